import { defineEvent } from '../../define-event.ts'
import { DocumentNumber } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'

/** The procuratorate requires the police to say why they did not file 要求说明不立案理由通知书. */
export const transferExplanationRequired = defineEvent({
  type: 'transfer.explanation-required.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '要求说明理由', en: 'Explanation required' },
  data: {
    documentNumber: work(DocumentNumber({ description: '要求说明不立案理由通知书文号' })),
    approver: work(Approver())
  }
})
