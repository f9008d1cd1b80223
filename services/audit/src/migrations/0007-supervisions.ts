import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table supervisions (
     id uuid primary key, issuer text not null, target text not null, form text not null, kind text not null, about text,
     rule text, case_number text, title text not null, status text not null, card text not null,
     overdue boolean not null, escalated boolean not null, agencies text[] not null, proposed_at timestamptz not null,
     updated_at timestamptz not null, version int not null)`,
  `create index supervisions_newest on supervisions (proposed_at desc, id desc)`,
  `create index supervisions_agencies on supervisions using gin (agencies)`
]

/** Supervisions 督办 as lists show them. */
export const supervisions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
