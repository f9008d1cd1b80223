import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table cases (number text primary key, status text not null)`,
  `create table case_parties (case_number text not null, agency text not null, primary key (case_number, agency))`
]

/** What this service has to know of the case register. */
export const cases: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
