import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table case_counters (year text primary key, last int not null)`,
  `create table cases (
     number text primary key, title text not null, status text not null, opened_by text not null, clue text,
     opened_at timestamptz not null, closed_at timestamptz, version int not null)`,
  `create index cases_newest on cases (opened_at, number)`,
  `create table case_parties (
     case_number text not null, agency text not null, since timestamptz not null, history_by text,
     primary key (case_number, agency))`,
  `create index case_parties_agency on case_parties (agency)`,
  `create table case_numbers (
     case_number text not null, agency text not null, kind text not null, linked text not null,
     linked_at timestamptz not null, primary key (case_number, agency, linked))`,
  `create table case_timeline (
     stream_id text not null, version int not null, case_number text not null, at timestamptz not null,
     type text not null, grounds jsonb not null, body bytea not null, primary key (stream_id, version))`,
  `create index case_timeline_order on case_timeline (case_number, at, stream_id, version)`
]

/** Case register, the counter of case-source numbers, and the timeline across services. */
export const cases: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
