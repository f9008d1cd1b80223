import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { Grounds } from './fields.ts'

/** The procuratorate found that no administrative penalty is called for. */
export const transferReverseClosed = defineEvent({
  type: 'transfer.reverse-closed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '反向衔接审查终结', en: 'Reverse transfer closed' },
  data: {
    reason: work(Grounds('不提出检察意见的理由')),
    approver: work(Approver())
  }
})
