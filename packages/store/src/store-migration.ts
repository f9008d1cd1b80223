import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table heads (stream_id text primary key, version bigint not null)`,
  `create table events (
     seq bigint generated always as identity primary key,
     stream_id text not null, version bigint not null check (version > 0),
     id uuid not null, type text not null, case_number text, subject text not null,
     recorded_at timestamptz not null default clock_timestamp(), body bytea not null,
     unique (stream_id, version))`,
  // Bodies are sent as they are: compressing them would only be undone.
  `alter table events alter column body set storage external`,
  `create table outbox (seq bigint primary key)`,
  `create table positions (position bigint primary key, seq bigint not null)`,
  `create table leases (
     name text primary key, holder text not null default '', epoch bigint not null default 0,
     until timestamptz not null default '-infinity', position bigint not null default 0, stream_created text)`,
  `create table parked (
     id bigint generated always as identity primary key,
     consumer text not null, stream text not null, sequence bigint not null, keys text[] not null,
     event_id text, type text, case_number text, error text not null, behind boolean not null,
     attempts int not null default 1, parked_at timestamptz not null default clock_timestamp(), body bytea not null,
     unique (consumer, stream, sequence))`,
  `create table parked_history (
     id bigint generated always as identity primary key,
     parked_id bigint not null, consumer text not null, stream text not null, sequence bigint not null, event_id text,
     action text not null check (action in ('retried', 'skipped')), operator text not null, reason text,
     at timestamptz not null default clock_timestamp())`,
  `create table answers (
     agency text not null, key text not null, fingerprint text not null, answer text not null,
     at timestamptz not null default clock_timestamp(), primary key (agency, key))`,
  `create table used_tokens (jti text primary key, expires_at timestamptz not null)`,
  `create index answers_at on answers (at)`,
  `create index used_tokens_expiry on used_tokens (expires_at)`
]

/** Tables in which facts are only ever added: the service's role may not change or delete them. */
export const insertOnlyTables = ['events', 'positions', 'parked_history'] as const

/** The event store's own tables, first in every service's schema. */
export const storeMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of tables) await sql.raw(statement).execute(db)
  }
}
