import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table log_head (singleton boolean primary key default true check (singleton), last bigint not null)`,
  `insert into log_head (last) values (0)`,
  `create table log (
     index bigint primary key,
     stream text not null, sequence bigint not null check (sequence > 0),
     event_id uuid not null, type text not null, mutual text not null, case_number text,
     stream_id text not null, version bigint not null,
     time timestamptz not null, recorded_at timestamptz not null default now(),
     agency text not null, audience text[] not null,
     body bytea not null, sha256 bytea not null check (octet_length(sha256) = 32))`,
  // Bodies are read far more often than room is short.
  `alter table log alter column body set storage external`,
  `create unique index log_by_stream on log (stream, sequence) include (index)`,
  `create index log_by_index_of_stream on log (stream, index)`,
  `create index log_by_aggregate on log (stream_id, version)`,
  `create index log_by_case on log (case_number, index) where case_number is not null`,
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'the log is only ever added to' using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger log_append_only before update or delete or truncate on log
   for each statement execute function refuse_change()`,
  // Also for a session that replays as a replica, where ordinary triggers sleep.
  `alter table log enable always trigger log_append_only`
]

/** What happened, in the order in which it was recorded: index order is commit order. Rows are only ever added. */
export const log: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
