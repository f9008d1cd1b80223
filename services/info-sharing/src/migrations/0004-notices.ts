import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table notices (
     id text primary key, kind text not null, publisher text not null, title text not null, case_number text,
     published_at timestamptz not null, version int not null, body bytea not null)`,
  `create index notices_publisher on notices (publisher, id)`,
  `create index notices_case on notices (case_number) where case_number is not null`,
  `create table notice_recipients (
     notice text not null, agency text not null, ground text not null, signed_at timestamptz,
     primary key (notice, agency))`,
  `create index notice_recipients_agency on notice_recipients (agency, notice)`
]

/** Published information and its receipts. */
export const notices: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
