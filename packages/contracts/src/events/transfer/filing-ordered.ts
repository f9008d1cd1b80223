import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { DocumentNumber } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { Grounds } from './fields.ts'

/** The procuratorate found the reasons wanting and orders the police to file 通知立案书. */
export const transferFilingOrdered = defineEvent({
  type: 'transfer.filing-ordered.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '通知立案', en: 'Filing ordered' },
  data: {
    documentNumber: work(DocumentNumber({ description: '通知立案书文号' })),
    reasons: work(Type.Optional(Grounds('通知立案的理由'))),
    approver: work(Approver())
  }
})
