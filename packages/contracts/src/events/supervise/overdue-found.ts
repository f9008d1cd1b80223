import { defineEvent } from '../../define-event.ts'
import { Instant, UuidV7 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { target } from './fields.ts'

/** The clock of the card itself was missed: cards of colour become possible. */
export const superviseOverdueFound = defineEvent({
  type: 'supervise.overdue-found.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '督办逾期', en: 'Supervision found overdue' },
  data: {
    target,
    deadline: open(UuidV7('逾期的时限')),
    dueAt: open(Instant('到期时间'))
  }
})
