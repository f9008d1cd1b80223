import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { causedBy, clock } from './fields.ts'

/** What had to happen happened: in time, or late. */
export const deadlineMet = defineEvent({
  type: 'deadline.met.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限办结', en: 'Deadline met' },
  data: {
    ...clock,
    metBy: causedBy,
    metAt: open(Instant('办结时间')),
    dueAt: open(Type.Optional(Instant('到期时间；中止期间办结的没有'))),
    late: open(Type.Boolean({ description: '是否逾期后办结' }))
  }
})
