import type { cluePenaltyDecided, Envelope, EventOf } from '@wuhu/contracts'
import { parseActor } from '@wuhu/contracts'
import type { ColumnType, Kysely } from 'kysely'

export interface PenaltyTables {
  case_penalties: {
    /** Of the event that told it. */
    event: string
    case_number: string
    agency: string
    /** None where the agency did not say it. */
    document_number: string | null
    decided_on: string
    at: ColumnType<Date, string | Date, string>
  }
}

/** Penalties 行政处罚决定 that agencies decided in their cases, as info-sharing tells of them. */
export const penaltyView = {
  name: 'penalties',
  tables: ['case_penalties'] as const,

  /** Repeating an event changes nothing; other event types are ignored. */
  async apply<DB extends PenaltyTables>(given: Kysely<DB>, envelope: Envelope): Promise<void> {
    if (envelope.type !== 'clue.penalty-decided.v1' || envelope.casenumber === undefined) return
    const { outcome, documentNumber = null, decidedOn } = envelope.data as EventOf<typeof cluePenaltyDecided>['data']
    if (outcome !== 'penalty') return
    await (given as unknown as Kysely<PenaltyTables>)
      .insertInto('case_penalties')
      .values({
        ...{ event: envelope.id, case_number: envelope.casenumber, agency: parseActor(envelope.actor).agency },
        ...{ document_number: documentNumber, decided_on: decidedOn, at: envelope.time }
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Penalties of the agency in the case until that instant, the first first. */
export async function penaltiesUntil<DB extends PenaltyTables>(
  db: Kysely<DB>,
  { caseNumber, agency, until }: { readonly caseNumber: string; readonly agency: string; readonly until: string }
): Promise<{ documentNumber: string | undefined }[]> {
  const rows = await (db as unknown as Kysely<PenaltyTables>)
    .selectFrom('case_penalties')
    .select('document_number')
    .where('case_number', '=', caseNumber)
    .where('agency', '=', agency)
    .where('at', '<=', new Date(until))
    .orderBy('at')
    .orderBy('event')
    .execute()
  return rows.map(({ document_number }) => ({ documentNumber: document_number ?? undefined }))
}
