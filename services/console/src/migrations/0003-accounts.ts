import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table accounts (
     agency text not null, person text not null, status text not null, totp boolean not null,
     created_at timestamptz not null, updated_at timestamptz not null, version int not null,
     primary key (agency, person))`,
  `create table credentials (
     agency text not null, person text not null, enrol_version int, enrol_until timestamptz,
     password_hash text, totp_secret bytea, totp_pending bytea, totp_step bigint not null default 0,
     primary key (agency, person))`,
  `create table recovery_codes (
     agency text not null, person text not null, hash bytea not null, used_at timestamptz,
     primary key (agency, person, hash))`,
  `create table identities (
     identity text primary key, issuer text not null, subject text not null, agency text not null, person text not null,
     linked_at timestamptz not null)`,
  `create index identities_officer on identities (agency, person)`
]

/** Accounts follow from events; credentials never leave this service, and in no event. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
  }
}
