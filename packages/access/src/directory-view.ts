import type { AgencyEvent, Envelope, KeyRole, OfficerEvent } from '@wuhu/contracts'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { KeyRecord } from './key.ts'
import { applyOfficerEvent, type DirectoryOfficersTable } from './officers.ts'

export interface DirectoryAgenciesTable {
  code: string
  name: string
  /** Runs the office 办公室 of the conference. */
  office: boolean
  /** One of the five of the five mutuals. */
  core: boolean
  membership: ColumnType<string[], string, string>
  assessable: boolean
  registered_at: ColumnType<Date, string, string>
}

/** Instants are kept as they were written, RFC 3339. */
export interface DirectoryKeysTable {
  kid: string
  agency: string
  role: KeyRole
  valid_from: string
  valid_until: string | null
  revoked_at: string | null
}

export interface DirectoryTables {
  directory_agencies: DirectoryAgenciesTable
  directory_keys: DirectoryKeysTable
  directory_officers: DirectoryOfficersTable
}

/** An agency of the directory. */
export interface AgencyRecord {
  readonly code: string
  readonly name: string
  readonly office: boolean
  readonly core: boolean
  readonly membership: readonly string[]
  readonly assessable: boolean
  readonly registeredAt: Date
}

type Db = Kysely<DirectoryTables>

/**
 * The service's own copy of the directory, from the `agency.*` and `officer.*` events: no service asks another to check a token. A key
 * belongs to the agency that it was first registered for; info-sharing refuses a second registration.
 */
export function createDirectoryView() {
  return {
    name: 'directory',
    tables: ['directory_agencies', 'directory_keys', 'directory_officers'] as const,

    /** Repeating an event changes nothing; other event types are ignored. */
    async apply<DB extends DirectoryTables>(db: Kysely<DB>, event: Envelope): Promise<void> {
      const fact = { type: event.type, data: event.data }
      if (event.type.startsWith('agency.')) {
        await applyAgencyEvent(db as unknown as Db, fact as AgencyEvent, event.time)
      } else if (event.type.startsWith('officer.')) {
        await applyOfficerEvent(db as unknown as Db, fact as OfficerEvent, event.time)
      }
    }
  }
}

async function applyAgencyEvent(db: Db, event: AgencyEvent, time: string): Promise<void> {
  switch (event.type) {
    case 'agency.registered.v1': {
      const { membership, ...rest } = event.data
      await db
        .insertInto('directory_agencies')
        .values({ ...rest, membership: JSON.stringify(membership), registered_at: time })
        .onConflict((conflict) => conflict.column('code').doNothing())
        .execute()
      return
    }
    case 'agency.key-added.v1': {
      const { code, kid, role, validFrom, validUntil } = event.data
      await db
        .insertInto('directory_keys')
        .values({ kid, agency: code, role, valid_from: validFrom, valid_until: validUntil ?? null, revoked_at: null })
        .onConflict((conflict) => conflict.column('kid').doNothing())
        .execute()
      return
    }
    case 'agency.key-rotated.v1': {
      const { code, kid, role, validFrom, validUntil, replaces, overlapUntil } = event.data
      await db
        .insertInto('directory_keys')
        .values({ kid, agency: code, role, valid_from: validFrom, valid_until: validUntil ?? null, revoked_at: null })
        .onConflict((conflict) => conflict.column('kid').doNothing())
        .execute()
      await db
        .updateTable('directory_keys')
        .set({ valid_until: overlapUntil })
        .where('kid', '=', replaces)
        .where('agency', '=', code)
        .where((eb) =>
          eb.or([eb('valid_until', 'is', null), sql<boolean>`valid_until::timestamptz > ${overlapUntil}::timestamptz`])
        )
        .execute()
      return
    }
    case 'agency.key-revoked.v1':
      await db
        .updateTable('directory_keys')
        .set({ revoked_at: time })
        .where('kid', '=', event.data.kid)
        .where('agency', '=', event.data.code)
        .where('revoked_at', 'is', null)
        .execute()
      return
  }
}

/** A key with its agency and role, revoked or not; undefined when the directory does not know it. */
export async function loadKey<DB extends DirectoryTables>(db: Kysely<DB>, kid: string): Promise<KeyRecord | undefined> {
  const row = await (db as unknown as Db)
    .selectFrom('directory_keys')
    .selectAll()
    .where('kid', '=', kid)
    .executeTakeFirst()
  return row && toKeyRecord(row)
}

/** All keys of an agency, oldest validity first. */
export async function listKeys<DB extends DirectoryTables>(db: Kysely<DB>, agency: string): Promise<KeyRecord[]> {
  const rows = await (db as unknown as Db)
    .selectFrom('directory_keys')
    .selectAll()
    .where('agency', '=', agency)
    .orderBy('valid_from')
    .orderBy('kid')
    .execute()
  return rows.map(toKeyRecord)
}

/** All agencies, by code. */
export async function listAgencies<DB extends DirectoryTables>(db: Kysely<DB>): Promise<AgencyRecord[]> {
  const rows = await (db as unknown as Db).selectFrom('directory_agencies').selectAll().orderBy('code').execute()
  return rows.map(({ registered_at, ...rest }) => ({ ...rest, registeredAt: registered_at }))
}

/** Codes of the agencies that run the office 办公室, in their order. */
export async function listOffices<DB extends DirectoryTables>(db: Kysely<DB>): Promise<string[]> {
  const rows = await (db as unknown as Db)
    .selectFrom('directory_agencies')
    .select('code')
    .where('office', '=', true)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Whether the directory knows every one of these agencies. */
export async function areRegistered<DB extends DirectoryTables>(
  db: Kysely<DB>,
  agencies: readonly string[]
): Promise<boolean> {
  if (agencies.length === 0) return true
  const rows = await (db as unknown as Db)
    .selectFrom('directory_agencies')
    .select('code')
    .where('code', 'in', [...agencies])
    .execute()
  return rows.length === new Set(agencies).size
}

function toKeyRecord(row: DirectoryKeysTable): KeyRecord {
  return {
    kid: row.kid,
    agency: row.agency,
    role: row.role,
    validFrom: row.valid_from,
    ...(row.valid_until !== null && { validUntil: row.valid_until }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at })
  }
}
