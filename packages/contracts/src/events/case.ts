import type { EventOf } from '../define-event.ts'
import { caseClosed } from './case/closed.ts'
import { caseNumberLinked } from './case/number-linked.ts'
import { caseOpened } from './case/opened.ts'
import { casePartyAdded } from './case/party-added.ts'

export { numberKind } from './case/fields.ts'
export { caseClosed, caseNumberLinked, caseOpened, casePartyAdded }

export const caseEvents = [caseOpened, caseNumberLinked, casePartyAdded, caseClosed] as const
export type CaseEvent = EventOf<(typeof caseEvents)[number]>
