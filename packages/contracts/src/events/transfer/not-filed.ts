import { defineEvent } from '../../define-event.ts'
import { DocumentNumber } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { Grounds, policeSays } from './fields.ts'

/** The police will not open a criminal case, and say why (国令310 art 8). */
export const transferNotFiled = defineEvent({
  type: 'transfer.not-filed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '公安不予立案', en: 'Case not filed' },
  data: {
    ...policeSays('not-filed', '不予立案'),
    documentNumber: work(DocumentNumber({ description: '不予立案通知书文号' })),
    reason: work(Grounds('不予立案的理由')),
    approver: work(Approver())
  }
})
