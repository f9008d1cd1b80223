import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table unmaskings (
     id text primary key, agency text not null, person text, case_number text not null, event text not null,
     event_type text not null, fields jsonb not null, class text not null, reason text not null, status text not null,
     until timestamptz, approver text, asked_at timestamptz not null, version int not null)`,
  `create index unmaskings_agency on unmaskings (agency, id)`
]

/** Who asked to see masked fields, and what came of it; never the values. */
export const unmaskings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
