import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { Grounds, letterOf } from './fields.ts'

/** The procuratorate found that the police may leave the case unfiled. */
export const transferReasonsUpheld = defineEvent({
  type: 'transfer.reasons-upheld.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '不立案理由成立', en: 'Reasons upheld' },
  data: {
    note: work(Type.Optional(Grounds('审查意见'))),
    documentNumber: letterOf('不立案理由审查意见通知书文号'),
    approver: work(Approver())
  }
})
