import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Tables of the directory view, the same in every service's schema. */
export const directoryMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table directory_agencies (
      code text primary key, name text not null, office boolean not null, core boolean not null,
      membership jsonb not null, assessable boolean not null, registered_at timestamptz not null)`.execute(db)
    await sql`create table directory_keys (
      kid text primary key, agency text not null, role text not null, valid_from text not null, valid_until text,
      revoked_at text)`.execute(db)
    await sql`create index directory_keys_agency on directory_keys (agency)`.execute(db)
  }
}

/** Officers of the directory, in every service's schema: what they may do follows from the roles granted to them. */
export const officersMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table directory_officers (
      agency text not null, person text not null, role text not null, name text, granted_at text not null,
      valid_until text, primary key (agency, person, role))`.execute(db)
  }
}
