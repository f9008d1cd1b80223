import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table sessions (
     id uuid primary key, hash bytea not null unique, agency text not null, person text not null, strong boolean not null,
     method text not null, address text not null, agent text not null, opened_at timestamptz not null,
     seen_at timestamptz not null)`,
  `create index sessions_officer on sessions (agency, person)`,
  `create table oidc_flows (
     hash bytea primary key, state text not null, nonce text not null, verifier text not null,
     expires_at timestamptz not null)`,
  `create table throttles (
     key text primary key, at float8[] not null, not_before float8 not null, until timestamptz not null)`,
  `create table refusals (
     agency text not null, person text not null, reason text not null, count int not null, addresses text[] not null,
     first_at timestamptz not null, last_at timestamptz not null, primary key (agency, person, reason))`
]

/** Who is signed in, who is signing in, and who failed to. */
export const sessions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
