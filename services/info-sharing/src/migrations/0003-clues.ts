import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table clues (
     id text primary key, version int not null, status text not null, case_number text, channel text not null,
     alleged_act text not null, secret_kind text, place text, title text not null, intake text not null, assignee text,
     received_at timestamptz not null, due_at timestamptz, updated_at timestamptz not null,
     parties jsonb not null, state jsonb not null)`,
  `create index clues_parties on clues using gin (parties jsonb_path_ops)`,
  `create index clues_case on clues (case_number) where case_number is not null`,
  `create index clues_assignee on clues (assignee, id) where assignee is not null`
]

/** The list of leads 线索. */
export const clues: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
