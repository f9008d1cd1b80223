import type { CaseEvent, Envelope } from '@wuhu/contracts'
import { parseActor } from '@wuhu/contracts'
import { beyond, together, type View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { NumberKind } from '../domain/case.ts'
import type { InfoDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>

export interface CaseTables {
  cases: {
    number: string
    title: string
    status: 'open' | 'closed'
    opened_by: string
    clue: string | null
    opened_at: Timestamp
    closed_at: ColumnType<Date | null, string | null, string | null>
    version: number
  }
  case_parties: {
    case_number: string
    agency: string
    since: Timestamp
    /** Who granted a look at what went before, as far as that agency could see it itself. */
    history_by: string | null
  }
  case_numbers: { case_number: string; agency: string; kind: NumberKind; linked: string; linked_at: Timestamp }
}

/** The register of cases as rows. */
export const caseView: View<InfoDb> = {
  name: 'cases',
  tables: ['cases', 'case_parties', 'case_numbers'],
  async apply(db, envelope) {
    if (envelope.type.startsWith('case.')) await applyCaseEvent(db, envelope)
  }
}

async function applyCaseEvent(db: Kysely<InfoDb>, envelope: Envelope): Promise<void> {
  const { time, streamversion } = envelope
  const event = { type: envelope.type, data: envelope.data } as CaseEvent
  const { number } = event.data
  switch (event.type) {
    case 'case.opened.v1': {
      const { title, openedBy, parties, clue = null } = event.data
      // One statement, because opening a case is on the way of every new clue.
      await sql`
        with opened as (
          insert into cases (number, title, status, opened_by, clue, opened_at, version)
          values (${number}, ${title}, 'open', ${openedBy}, ${clue}, ${time}, ${streamversion})
          on conflict do nothing)
        insert into case_parties (case_number, agency, since)
        select ${number}, agency, ${time}::timestamptz from unnest(${parties}::text[]) as agency
        on conflict do nothing`.execute(db)
      return
    }
    case 'case.party-added.v1': {
      const historyBy = event.data.history ? parseActor(envelope.actor).agency : null
      await db
        .insertInto('case_parties')
        .values({ case_number: number, agency: event.data.agency, since: time, history_by: historyBy })
        .onConflict((conflict) => conflict.columns(['case_number', 'agency']).doNothing())
        .execute()
      break
    }
    case 'case.number-linked.v1': {
      const { agency, kind, linked } = event.data
      await db
        .insertInto('case_numbers')
        .values({ case_number: number, agency, kind, linked, linked_at: time })
        .onConflict((conflict) => conflict.columns(['case_number', 'agency', 'linked']).doNothing())
        .execute()
      break
    }
    case 'case.closed.v1':
      await db.updateTable('cases').set({ status: 'closed', closed_at: time }).where('number', '=', number).execute()
      break
  }
  await db
    .updateTable('cases')
    .set({ version: streamversion })
    .where('number', '=', number)
    .where('version', '<', streamversion)
    .execute()
}

/** Whether the agency takes part in the case, and whether that is still open; undefined for both kinds of stranger. */
export async function findParty(
  db: Kysely<InfoDb>,
  number: string,
  agency: string
): Promise<{ status: 'open' | 'closed' } | undefined> {
  return await db
    .selectFrom('cases')
    .innerJoin('case_parties', 'case_parties.case_number', 'cases.number')
    .select('cases.status')
    .where('cases.number', '=', number)
    .where('case_parties.agency', '=', agency)
    .executeTakeFirst()
}

/** A case with its parties. */
export async function loadCase(db: Kysely<InfoDb>, number: string) {
  const [row, parties] = await together([
    db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirst(),
    db
      .selectFrom('case_parties')
      .selectAll()
      .where('case_number', '=', number)
      .orderBy('since')
      .orderBy('agency')
      .execute()
  ])
  return row && { ...row, parties }
}

export interface CaseFilter {
  readonly agency: string
  readonly status?: 'open' | 'closed' | undefined
  /** Newest first, below this place. */
  readonly after?: { openedAt: string; number: string } | undefined
  readonly limit: number
}

/** Cases that the agency takes part in, newest first; one more than `limit` when there are more. */
export async function listCases(db: Kysely<InfoDb>, { agency, status, after, limit }: CaseFilter) {
  let query = db
    .selectFrom('cases')
    .innerJoin('case_parties', 'case_parties.case_number', 'cases.number')
    .selectAll('cases')
    .where('case_parties.agency', '=', agency)
  if (status) query = query.where('cases.status', '=', status)
  if (after) query = query.where(beyond(['cases.opened_at', 'cases.number'], '<', [after.openedAt, after.number]))
  return await query
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.number', 'desc')
    .limit(limit + 1)
    .execute()
}
