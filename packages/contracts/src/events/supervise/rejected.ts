import { defineEvent } from '../../define-event.ts'
import { approver, days, reason, round } from './fields.ts'

/** It will not do: the agency reports again, within a new period of rule E1. */
export const superviseRejected = defineEvent({
  type: 'supervise.rejected.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '退回反馈', en: 'Report rejected' },
  data: {
    round,
    reason,
    days,
    approver
  }
})
