import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Grounds, Head } from './fields.ts'

/** The head 正职 decided not to transfer; the reasons are on record (国令310 art 5), and the procuratorate reads them. */
export const transferRefused = defineEvent({
  type: 'transfer.refused.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '不批准移送', en: 'Transfer refused' },
  data: {
    reasons: work(Grounds('不批准移送的理由（记录在案）')),
    approver: work(Head())
  }
})
