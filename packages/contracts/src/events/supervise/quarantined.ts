import { defineEvent } from '../../define-event.ts'
import { quarantined } from '../quarantine/fields.ts'

/** A command to audit was refused for the mark of a state secret; the queue is info-sharing's. */
export const superviseQuarantined = defineEvent({
  type: 'supervise.quarantined.v1',
  owner: 'audit',
  mutual: 'governance',
  title: { zh: '疑似涉密拦截（督办）', en: 'Suspected state secret refused (supervision)' },
  data: quarantined
})
