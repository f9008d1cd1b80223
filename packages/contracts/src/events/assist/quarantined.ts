import { defineEvent } from '../../define-event.ts'
import { quarantined } from '../quarantine/fields.ts'

/** A command to joint-investigation was refused for the mark of a state secret; the queue is info-sharing's. */
export const assistQuarantined = defineEvent({
  type: 'assist.quarantined.v1',
  owner: 'joint-investigation',
  mutual: 'governance',
  title: { zh: '疑似涉密拦截（协查）', en: 'Suspected state secret refused (assistance)' },
  data: quarantined
})
