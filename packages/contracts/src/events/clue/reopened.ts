import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** New evidence: the office assigns the lead again. */
export const clueReopened = defineEvent({
  type: 'clue.reopened.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索重启', en: 'Clue reopened' },
  data: {
    reason: work(Reason('新证据或者重启理由'))
  }
})
