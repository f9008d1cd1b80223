import type { Statement } from '@wuhu/contracts'
import { type Generated, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Transaction } from './transaction.ts'

/** What agencies signed, to the letter. Insert-only. */
interface StatementsTables {
  statements: {
    sha256: string
    agency: string
    body: string
    recorded_at: Generated<Date>
  }
}

/** In the schema of each service that takes signed commands; its role may only add. */
export const statementsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table statements (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'), agency text not null, body text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')))`.execute(db)
  }
}

/** Keeps the statement with the events that follow from it; several events of one statement keep it once. */
export function keepStatement<DB>(tx: Transaction<DB>, agency: string, { digest, text }: Statement): void {
  const { sql: statement, parameters } = (tx.db as unknown as Kysely<StatementsTables>)
    .insertInto('statements')
    .values({ sha256: digest, agency, body: text })
    .onConflict((conflict) => conflict.doNothing())
    .compile()
  tx.atCommit({ text: statement, values: [...parameters] })
}

/** A statement as it is kept. */
export interface StatementRecord {
  readonly sha256: string
  readonly agency: string
  readonly text: string
  readonly recordedAt: Date
}

/** undefined when no such statement is kept. */
export async function loadStatement<DB>(db: Kysely<DB>, sha256: string): Promise<StatementRecord | undefined> {
  const row = await (db as unknown as Kysely<StatementsTables>)
    .selectFrom('statements')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row && { sha256: row.sha256, agency: row.agency, text: row.body, recordedAt: row.recorded_at }
}
