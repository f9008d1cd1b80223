import { reader, rowSecurity } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table evidence_items (
     id uuid primary key, case_number text not null, assistance uuid, status text not null, holder text not null,
     towards text, kind text not null, number text not null, name text not null, quantity text,
     registered_at timestamptz not null, updated_at timestamptz not null, version int not null)`,
  `create table evidence_agencies (
     agency text not null, item uuid not null, case_number text not null, lasting boolean not null,
     registration boolean not null, primary key (agency, item))`,
  `create index evidence_agencies_case on evidence_agencies (agency, case_number, item)`
]
const security = rowSecurity({
  evidence_agencies: `agency = ${reader}`,
  evidence_items: `exists (select from evidence_agencies a where a.item = id and a.agency = ${reader})`
})

/** Evidence 证据物品, and the agencies through whose hands each thing went. */
export const evidence: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
    await security.up(db)
  }
}
