import type { ClueEvent, Envelope } from '@wuhu/contracts'
import { type Kysely, sql } from 'kysely'
import type { Concerned } from '../domain/conflict-of-interest.ts'

export interface ConcernedTables {
  case_concerned: {
    clue: string
    /** What it is there: `subject` 被反映对象, `rights-holder` 权利人; of a clue that was merged in, with its id. */
    part: string
    /** None for a draft. */
    case_number: string | null
    company: string | null
    uscc: string | null
    person: string | null
  }
}

/** Companies and persons that leads name, by case: what an expert's conflicts are checked against. */
export const concernedView = {
  name: 'concerned',
  tables: ['case_concerned'] as const,

  /** Repeating an event changes nothing; other event types are ignored. */
  async apply<DB extends ConcernedTables>(given: Kysely<DB>, envelope: Envelope): Promise<void> {
    const db = given as unknown as Kysely<ConcernedTables>
    const event = { type: envelope.type, data: envelope.data } as ClueEvent
    const clue = envelope.subject.slice('clue/'.length)
    if (event.type === 'clue.received.v1') {
      const { subject, rightsHolder } = event.data
      for (const [part, who] of [
        ['subject', subject],
        ['rights-holder', rightsHolder]
      ] as const) {
        if (!who) continue
        const { company = null, uscc = null, person = null } = who
        await db
          .insertInto('case_concerned')
          .values({ clue, part, case_number: envelope.casenumber ?? null, company, uscc, person })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
    } else if (event.type === 'clue.registered.v1') {
      await db
        .updateTable('case_concerned')
        .set({ case_number: event.data.caseNumber })
        .where('clue', '=', clue)
        .execute()
    } else if (event.type === 'clue.merged.v1' && event.data.absorbed !== undefined) {
      await sql`
        insert into case_concerned (clue, part, case_number, company, uscc, person)
        select ${clue}::text, part || ' of ' || clue, ${envelope.casenumber ?? null}::text, company, uscc, person
        from case_concerned where clue = ${event.data.absorbed}
        on conflict do nothing`.execute(db)
    }
  }
}

/** Whom the case concerns, as far as its leads say. */
export async function concernedIn<DB extends ConcernedTables>(
  db: Kysely<DB>,
  caseNumber: string
): Promise<Concerned[]> {
  const rows = await (db as unknown as Kysely<ConcernedTables>)
    .selectFrom('case_concerned')
    .select(['company', 'uscc', 'person'])
    .where('case_number', '=', caseNumber)
    .orderBy('clue')
    .orderBy('part')
    .execute()
  return rows.map(({ company, uscc, person }) => ({
    company: company ?? undefined,
    uscc: uscc ?? undefined,
    person: person ?? undefined
  }))
}
