import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table consultations (
     id uuid primary key, case_number text, proposer text not null, secret_kind text not null, question text not null,
     sought text not null, proposed_at timestamptz not null)`,
  `create table consultation_agencies (
     agency text not null, proposed_at timestamptz not null, consultation_id uuid not null, status text not null,
     meets_at timestamptz, updated_at timestamptz not null, version int not null,
     primary key (agency, proposed_at, consultation_id))`
]

/** Consultations 会商 as lists show them, and the agencies that learned of each, with how far each was told. */
export const consultations: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
