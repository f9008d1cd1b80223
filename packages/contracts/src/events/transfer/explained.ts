import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Grounds, letterOf } from './fields.ts'

/** The police gave the procuratorate their reasons. */
export const transferExplained = defineEvent({
  type: 'transfer.explained.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '说明不立案理由', en: 'Explained' },
  data: {
    reasons: work(Grounds('不立案的理由')),
    documentNumber: letterOf('不立案理由说明书文号')
  }
})
