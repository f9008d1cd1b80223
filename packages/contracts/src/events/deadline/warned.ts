import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { clock } from './fields.ts'

/** The first or second reminder before a time limit ends. */
export const deadlineWarned = defineEvent({
  type: 'deadline.warned.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限提醒', en: 'Deadline warned' },
  data: {
    ...clock,
    threshold: open(Type.Union([Type.Literal(1), Type.Literal(2)], { description: '第几次提醒' })),
    dueAt: open(Instant('到期时间'))
  }
})
