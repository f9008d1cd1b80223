import { listOffices } from '@wuhu/access'
import { type Envelope, parseActor } from '@wuhu/contracts'
import { type About, type Resolve, statesAfter } from '@wuhu/deadlines'
import { fold } from '@wuhu/decider'
import type { Tx } from '../commands/context.ts'
import { assistance } from '../domain/assistance.ts'
import type { AssistanceState } from '../domain/assistance-state.ts'
import { consultation } from '../domain/consultation.ts'
import type { ConsultationState } from '../domain/consultation-state.ts'
import { transfer } from '../domain/transfer.ts'
import { partOf, type TransferState } from '../domain/transfer-state.ts'
import type { JointTables } from '../tables.ts'
import { penaltiesUntil } from '../views/penalties.ts'

/** What events mean for the clocks of assistances 协查, transfers 移送 and consultations 会商. */
export const resolve: Resolve<JointTables> = async (tx, events) => {
  const of = (kind: string) => events.filter(({ subject }) => subject.startsWith(`${kind}/`))
  const assistances = await statesAfter(tx, assistance, of('assistance'))
  const transfers = await statesAfter(tx, transfer, of('transfer'))
  const consultations = await statesAfter(tx, consultation, of('consultation'))
  const office = await listOffices(tx.db)
  return await Promise.all(
    events.map(async (event): Promise<About[]> => {
      const asked = assistances.get(event.id)
      if (asked) return aboutAssistance(event, asked, office)
      const sent = transfers.get(event.id)
      if (sent)
        return [...aboutTransfer(event.subject, sent, office), ...(await earlierPenalties(tx, event, sent, office))]
      const consulted = consultations.get(event.id)
      if (consulted) return aboutConsultation(event, consulted, office)
      return event.type === 'clue.penalty-decided.v1' ? await transfersOfCase(tx, event, office) : []
    })
  )
}

function aboutAssistance(event: Envelope, state: AssistanceState, office: readonly string[]): About[] {
  if (state.status === 'none') return []
  const { letter, addressee = [], external } = state
  return [
    {
      subject: event.subject,
      caseNumber: event.casenumber,
      roles: { requester: letter.requester, addressee, office },
      involved: [letter.requester],
      // Unless the letter says so, two agencies are of two systems: the shorter way to an answer is the house's.
      facts: { withinSystem: letter.withinSystem ?? false, external: external !== undefined }
    }
  ]
}

/** Police outside the mechanism are held to no clock of ours. */
function aboutTransfer(subject: string, state: TransferState, office: readonly string[]): About[] {
  if (state.status === 'none') return []
  const { caseNumber, sender, procuratorate, police = [] } = state
  const involved = partOf(state).filter((agency) => !state.former.includes(agency))
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
 * A penalty of an agency that suspects a crime in the case goes to police and procuratorate in copy, whether the case was
 * transferred or not (高检会〔2006〕2号), unless it went already.
 */
async function transfersOfCase(tx: Tx, event: Envelope, office: readonly string[]): Promise<About[]> {
  if (event.casenumber === undefined) return []
  const rows = await tx.db
    .selectFrom('transfers')
    .select('id')
    .where('case_number', '=', event.casenumber)
    .where('sender', '=', parseActor(event.actor).agency)
    .where('suspected_at', 'is not', null)
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

/** A crime is suspected in a case in which the agency decided penalties before: each of them goes in copy from now on. */
async function earlierPenalties(tx: Tx, event: Envelope, state: TransferState, office: readonly string[]) {
  if (event.type !== 'transfer.suspected.v1' || state.status === 'none' || state.sender === undefined) return []
  const { caseNumber, sender: agency } = state
  const penalties = await penaltiesUntil(tx.db, { caseNumber, agency, until: event.time })
  return penalties.flatMap((penalty) =>
    aboutTransfer(event.subject, state, office).map((about) => ({
      ...about,
      facts: { outcome: 'penalty', ...penalty }
    }))
  )
}
