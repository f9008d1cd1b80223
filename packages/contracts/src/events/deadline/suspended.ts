import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { causedBy, clock } from './fields.ts'

/** The clock stands still, for a reason that does not count as time spent. */
export const deadlineSuspended = defineEvent({
  type: 'deadline.suspended.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限中止', en: 'Deadline suspended' },
  data: {
    ...clock,
    suspendedBy: causedBy,
    suspendedAt: open(Instant('中止时间')),
    basis: open(Type.Optional(Text(64, '中止依据，如 appraisal 鉴定')))
  }
})
