import { reader, rowSecurity } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table deadlines (
     id text primary key, rule text not null, subject text not null, case_number text, holder text not null,
     agencies text[] not null, status text not null, due_at timestamptz, next_at timestamptz, version int not null,
     subject_version bigint not null, calendar_revision int not null, correlation text not null,
     parties jsonb not null, state jsonb not null) with (fillfactor = 80)`,
  'create index deadlines_next on deadlines (next_at, id) where next_at is not null',
  `create index deadlines_running on deadlines (subject) where status in ('open', 'suspended', 'breached')`,
  'create index deadlines_due on deadlines (status, due_at, id)',
  `create table calendar_years (
     year int primary key, body jsonb not null, revision int not null, version int not null, event_id uuid)`,
  `create table time_limit_versions (
     version text primary key, body jsonb not null, revision int generated always as identity,
     base boolean not null, adopted_at timestamptz)`,
  `create table recomputation (
     singleton boolean primary key default true check (singleton), revision int not null, target int not null,
     after_id text not null)`,
  `insert into recomputation (revision, target, after_id) values (0, 0, '')`
]

/** Tables of deadlines, the same in each service that owns some. */
export const deadlineMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}

/** The second wall: an agency sees the deadlines in which it is named. */
export const deadlineRowSecurity: Migration = rowSecurity({ deadlines: `${reader} = any(agencies)` })
