import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table assistances (
     id uuid primary key, case_number text not null, requester text not null, addressee text not null,
     status text not null, letter_number text not null, title text not null, due_at timestamptz,
     requested_at timestamptz not null, updated_at timestamptz not null, version int not null)`,
  `create table assistance_agencies (
     agency text not null, requested_at timestamptz not null, assistance_id uuid not null,
     primary key (agency, requested_at, assistance_id))`
]

/** Assistances 协查 as lists show them, and the agencies that took part in each. */
export const assistances: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
