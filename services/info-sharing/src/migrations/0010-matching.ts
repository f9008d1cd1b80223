import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table match_tokens (
     key_id text not null, kind text not null, token bytea not null check (octet_length(token) = 32),
     clue text not null, agency text not null, added_at timestamptz not null,
     primary key (key_id, kind, token, clue))`,
  `create index match_tokens_clue on match_tokens (clue)`,
  // Which agencies were told of each other's tokens: one row a pair, in the order of their codes.
  `create table match_told (
     key_id text not null, kind text not null, token bytea not null, one text not null, other text not null,
     primary key (key_id, kind, token, one, other))`,
  `create table match_crowds (
     key_id text not null, kind text not null, token bytea not null, primary key (key_id, kind, token))`,
  // The only place that knows which two sides belong together: no event does.
  `create table match_pairs (
     one_clue text not null, other_clue text not null, one_match text not null unique, other_match text unique,
     primary key (one_clue, other_clue))`,
  `create table matches (
     id text primary key, agency text not null, clue text not null, found_at timestamptz not null, version int not null,
     state jsonb not null)`,
  `create index matches_agency on matches (agency, found_at, id)`,
  `create table match_keys (
     key_id text primary key, public_key text not null, announced_at timestamptz not null, until timestamptz)`,
  `create table match_evaluations (
     id bigint generated always as identity primary key, at timestamptz not null, agency text not null, person text,
     key_id text not null, count int not null check (count > 0), refused boolean not null)`,
  `create index match_evaluations_agency on match_evaluations (agency, at)`,
  `create function match_evaluations_append_only() returns trigger language plpgsql as $$
   begin
     raise exception 'evaluations are only ever added to' using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger match_evaluations_append_only before update or delete or truncate on match_evaluations
   for each statement execute function match_evaluations_append_only()`
]

/** Blind matching of clues 线索盲比对: tokens, sides, keys as announced, and every evaluation. No key is here. */
export const matching: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
