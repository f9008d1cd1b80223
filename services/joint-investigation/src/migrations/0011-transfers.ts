import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table transfers (
     id uuid primary key, case_number text not null, sender text, police text, procuratorate text not null, clue uuid,
     status text not null, begun_at timestamptz not null, suspected_at timestamptz, sent_at timestamptz,
     since timestamptz not null, updated_at timestamptz not null, version int not null)`,
  `create index transfers_unsent on transfers (procuratorate, begun_at, id)
     where suspected_at is not null and sent_at is null`,
  `create table transfer_agencies (
     agency text not null, begun_at timestamptz not null, transfer_id uuid not null, case_number text not null,
     sender text, police text, procuratorate text not null, clue uuid, status text not null, since timestamptz not null,
     updated_at timestamptz not null, version int not null, primary key (agency, begun_at, transfer_id))`,
  `create index transfer_agencies_transfer on transfer_agencies (transfer_id)`,
  `create table transfer_breaches (
     transfer_id uuid not null, rule text not null, holder text not null, at timestamptz not null,
     primary key (transfer_id, rule, at))`
]

/** Transfers 移送 as they stand, as each agency was told that they stand, and the clocks that were missed. */
export const transfers: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
