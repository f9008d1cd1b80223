import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table suggestions (
     id uuid primary key, kind text not null, issuer text not null, addressee text not null, title text not null,
     status text not null, received_at timestamptz not null, version int not null)`,
  `create index suggestions_newest on suggestions (received_at desc, id desc)`
]

/** 检察建议、司法建议 as lists show them. */
export const suggestions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
