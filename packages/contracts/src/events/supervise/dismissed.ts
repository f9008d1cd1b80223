import { defineEvent } from '../../define-event.ts'
import { approver, reason } from './fields.ts'

/** A person looked at the proposal and said no. */
export const superviseDismissed = defineEvent({
  type: 'supervise.dismissed.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '不予督办', en: 'Proposal of supervision dismissed' },
  data: {
    reason,
    approver
  }
})
