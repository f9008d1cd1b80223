import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { work } from '../../sensitivity.ts'
import { consultQuestion, earlierConsultations } from './fields.ts'

/** An agency asks for a consultation 提请会商 on a question that it cannot settle alone. */
export const consultProposed = defineEvent({
  type: 'consult.proposed.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '提请会商', en: 'Consultation proposed' },
  data: { ...consultQuestion, cites: work(Type.Optional(earlierConsultations)) }
})
