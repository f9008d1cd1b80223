import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Grounds, letterOf } from './fields.ts'

/** The sender suggests to the procuratorate that it supervise the filing (国令310 art 9). */
export const transferSupervisionRequested = defineEvent({
  type: 'transfer.supervision-requested.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '建议立案监督', en: 'Supervision of filing requested' },
  data: {
    grounds: work(Grounds('建议立案监督的理由')),
    documentNumber: letterOf('建议立案监督函文号')
  }
})
