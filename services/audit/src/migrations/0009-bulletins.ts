import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table bulletins (
     id uuid primary key, kind text not null, title text not null, issuer text not null, status text not null,
     document_number text, agencies text[] not null, drafted_at timestamptz not null, published_at timestamptz,
     version int not null)`,
  `create index bulletins_newest on bulletins (drafted_at desc, id desc)`
]

/** Bulletins 通报 as lists show them. */
export const bulletins: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
