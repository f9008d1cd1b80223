import { type Envelope, parseActor } from '@wuhu/contracts'
import { type About, type Resolve, statesAfter } from '@wuhu/deadlines'
import { fold } from '@wuhu/decider'
import { officesOf } from '../commands/authorities.ts'
import type { Tx } from '../commands/context.ts'
import { assistance } from '../domain/assistance.ts'
import type { AssistanceState } from '../domain/assistance-state.ts'
import { consultation } from '../domain/consultation.ts'
import type { ConsultationState } from '../domain/consultation-state.ts'
import { transfer } from '../domain/transfer.ts'
import { partOf, type TransferState } from '../domain/transfer-state.ts'
import type { JointTables } from '../tables.ts'

/** What events mean for the clocks of assistances 协查, transfers 移送 and consultations 会商. */
export const resolve: Resolve<JointTables> = async (tx, events) => {
  const of = (kind: string) => events.filter(({ subject }) => subject.startsWith(`${kind}/`))
  const assistances = await statesAfter(tx, assistance, of('assistance'))
  const transfers = await statesAfter(tx, transfer, of('transfer'))
  const consultations = await statesAfter(tx, consultation, of('consultation'))
  const office = await officesOf(tx.db)
  return await Promise.all(
    events.map(async (event): Promise<About[]> => {
      const asked = assistances.get(event.id)
      if (asked) return aboutAssistance(event, asked, office)
      const sent = transfers.get(event.id)
      if (sent) return aboutTransfer(event.subject, sent, office)
      const consulted = consultations.get(event.id)
      if (consulted) return aboutConsultation(event, consulted, office)
      return event.type === 'clue.penalty-decided.v1' ? await transfersOfCase(tx, event, office) : []
    })
  )
}

function aboutAssistance(event: Envelope, state: AssistanceState, office: readonly string[]): About[] {
  if (state.status === 'none') return []
  const { letter, addressee = [] } = state
  return [
    {
      subject: event.subject,
      caseNumber: event.casenumber,
      roles: { requester: letter.requester, addressee, office },
      involved: [letter.requester],
      // Unless the letter says so, two agencies are of two systems: the shorter way to an answer is the house's.
      facts: { withinSystem: letter.withinSystem ?? false }
    }
  ]
}

/** Police outside the mechanism are held to no clock of ours. */
function aboutTransfer(subject: string, state: TransferState, office: readonly string[]): About[] {
  if (state.status === 'none') return []
  const { caseNumber, sender, procuratorate, police = [] } = state
  const involved = partOf(state).filter((agency) => !state.copied.includes(agency) && !state.former.includes(agency))
  return [{ subject, caseNumber, roles: { sender, police, procuratorate, office }, involved, facts: {} }]
}

function aboutConsultation(event: Envelope, state: ConsultationState, office: readonly string[]): About[] {
  if (state.status === 'none') return []
  const { proposer } = state.question
  const data = event.data as { readonly asked?: string; readonly owner?: string }
  return [
    {
      subject: event.subject,
      caseNumber: event.casenumber,
      roles: { proposer, office, asked: data.asked, owner: data.owner },
      involved: [...new Set([proposer, parseActor(event.actor).agency])],
      facts: {}
    }
  ]
}

/**
 * A penalty of the agency that sent a case of the same number to the police goes to them in copy (国令310 art 11), unless it
 * went already.
 */
async function transfersOfCase(tx: Tx, event: Envelope, office: readonly string[]): Promise<About[]> {
  if (event.casenumber === undefined) return []
  const rows = await tx.db
    .selectFrom('transfers')
    .select('id')
    .where('case_number', '=', event.casenumber)
    .where('sender', '=', parseActor(event.actor).agency)
    .where('sent_at', 'is not', null)
    .orderBy('id')
    .execute()
  const { documentNumber } = event.data as { readonly documentNumber?: string }
  const about: About[] = []
  for (const { id } of rows) {
    const { events } = await tx.read(`transfer/${id}`)
    const state: TransferState = fold(transfer, events as never)
    if (state.status === 'none' || (documentNumber !== undefined && state.penalties.includes(documentNumber))) continue
    about.push(...aboutTransfer(`transfer/${id}`, state, office))
  }
  return about
}
