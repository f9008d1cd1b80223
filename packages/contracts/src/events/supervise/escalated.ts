import { defineEvent } from '../../define-event.ts'
import { approver, reason, target } from './fields.ts'

/** The convener 召集人 takes it up. */
export const superviseEscalated = defineEvent({
  type: 'supervise.escalated.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '提级督办', en: 'Supervision escalated' },
  data: {
    target,
    reason,
    approver
  }
})
