import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Grounds, letterOf } from './fields.ts'

/** The sender asks the police to look at their decision not to file again (国令310 art 9). */
export const transferReconsiderationRequested = defineEvent({
  type: 'transfer.reconsideration-requested.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '提请复议', en: 'Reconsideration requested' },
  data: {
    grounds: work(Grounds('提请复议的理由')),
    documentNumber: letterOf('提请复议文号')
  }
})
