import type { CaseEvent, Envelope } from '@wuhu/contracts'
import type { Kysely } from 'kysely'

export interface CaseTables {
  cases: { number: string; status: 'open' | 'closed' }
  case_parties: { case_number: string; agency: string }
}

/** What info-sharing's case register says: which cases there are, who takes part, and whether they are open. */
export const caseView = {
  name: 'cases',
  tables: ['cases', 'case_parties'] as const,

  /** Repeating an event changes nothing; other event types are ignored. */
  async apply<DB extends CaseTables>(given: Kysely<DB>, envelope: Envelope): Promise<void> {
    if (!envelope.type.startsWith('case.')) return
    const db = given as unknown as Kysely<CaseTables>
    const event = { type: envelope.type, data: envelope.data } as CaseEvent
    const { number } = event.data
    const addParties = (agencies: readonly string[]) =>
      db
        .insertInto('case_parties')
        .values(agencies.map((agency) => ({ case_number: number, agency })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()

    switch (event.type) {
      case 'case.opened.v1':
        await db
          .insertInto('cases')
          .values({ number, status: 'open' })
          .onConflict((conflict) => conflict.column('number').doNothing())
          .execute()
        await addParties(event.data.parties)
        return
      case 'case.party-added.v1':
        await addParties([event.data.agency])
        return
      case 'case.closed.v1':
        await db.updateTable('cases').set({ status: 'closed' }).where('number', '=', number).execute()
        return
      case 'case.number-linked.v1':
        return
    }
  }
}

/** Whether a case in which the agency takes part is open; undefined for a case that is unknown or not the agency's. */
export async function statusForParty<DB extends CaseTables>(
  db: Kysely<DB>,
  number: string,
  agency: string
): Promise<'open' | 'closed' | undefined> {
  const row = await (db as unknown as Kysely<CaseTables>)
    .selectFrom('cases')
    .innerJoin('case_parties', 'case_parties.case_number', 'cases.number')
    .select('cases.status')
    .where('cases.number', '=', number)
    .where('case_parties.agency', '=', agency)
    .executeTakeFirst()
  return row?.status
}
