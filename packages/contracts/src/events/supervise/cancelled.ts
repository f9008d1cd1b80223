import { defineEvent } from '../../define-event.ts'
import { approver, reason } from './fields.ts'

/** Issued in error, or without object by now. */
export const superviseCancelled = defineEvent({
  type: 'supervise.cancelled.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '撤销督办', en: 'Supervision cancelled' },
  data: {
    reason,
    approver
  }
})
