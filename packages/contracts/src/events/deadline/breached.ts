import { defineEvent } from '../../define-event.ts'
import { Instant, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { clock } from './fields.ts'

/** A time limit ended without what had to happen. It says that a clock was missed, and nothing of the content. */
export const deadlineBreached = defineEvent({
  type: 'deadline.breached.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限逾期', en: 'Deadline breached' },
  data: {
    ...clock,
    dueAt: open(Instant('到期时间')),
    consequence: open(Text(500, '逾期后果'))
  }
})
