import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** The named agency does not take the lead; the office may assign it again. */
export const clueReturned = defineEvent({
  type: 'clue.returned.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索退回', en: 'Clue returned' },
  data: {
    reason: work(Reason('退回理由'))
  }
})
