import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table candidates (
     id text primary key, kind text not null, removed boolean not null, name text not null, uscc text, employer text,
     employer_uscc text, conflicts jsonb not null, valid_until text, version int not null)`,
  `create table case_concerned (
     clue text not null, part text not null, case_number text, company text, uscc text, person text,
     primary key (clue, part))`,
  `create index case_concerned_case on case_concerned (case_number) where case_number is not null`
]

/** What this service has to know for a check of conflicts: who may be asked, and whom a case concerns. */
export const experts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
