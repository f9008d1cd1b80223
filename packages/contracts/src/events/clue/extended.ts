import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Approver, Reason } from './fields.ts'

/** Verification may take longer: once, approved by the responsible head (程序规定 art 18). */
export const clueExtended = defineEvent({
  type: 'clue.extended.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索延期', en: 'Clue extended' },
  data: {
    dueAt: open(Instant('新的办理期限')),
    reason: work(Reason('延期理由')),
    approver: work(Approver())
  }
})
