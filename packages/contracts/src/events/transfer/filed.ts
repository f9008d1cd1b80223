import { defineEvent } from '../../define-event.ts'
import { DocumentNumber } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { policeSays } from './fields.ts'

/** The police opened a criminal case. */
export const transferFiled = defineEvent({
  type: 'transfer.filed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '公安立案', en: 'Case filed by the police' },
  data: {
    ...policeSays('filed', '立案'),
    documentNumber: work(DocumentNumber({ description: '立案通知书文号' })),
    approver: work(Approver())
  }
})
