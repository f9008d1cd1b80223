import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table quarantines (
     id text primary key, agency text not null, service text not null, person text, command text not null,
     marks jsonb not null, request text not null, opened_at timestamptz not null, outcome text, note text,
     resolved_by text, resolved_at timestamptz, version int not null)`,
  `create index quarantines_agency on quarantines (agency, id)`
]

/** Commands refused for the mark of a state secret: metadata only, for the secrecy officers' queue. */
export const quarantine: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
