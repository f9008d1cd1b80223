import { type OfficerEvent, type OfficerRole, officerRoles } from '@wuhu/contracts'
import type { Kysely } from 'kysely'

/** One role of one officer. Instants as they were written, RFC 3339. */
export interface DirectoryOfficersTable {
  agency: string
  person: string
  role: OfficerRole
  name: string | null
  granted_at: string
  valid_until: string | null
}

interface OfficerTables {
  directory_officers: DirectoryOfficersTable
}

/** An officer with the roles that are granted now, strongest first. */
export interface OfficerRecord {
  readonly agency: string
  readonly person: string
  readonly name?: string | undefined
  readonly roles: readonly { readonly role: OfficerRole; readonly validUntil?: string | undefined }[]
}

/** Repeating an event changes nothing. */
export async function applyOfficerEvent(db: Kysely<OfficerTables>, event: OfficerEvent, time: string): Promise<void> {
  switch (event.type) {
    case 'officer.role-granted.v1': {
      const { agency, person, role, name = null, validUntil = null } = event.data
      const rest = { name, granted_at: time, valid_until: validUntil }
      await db
        .insertInto('directory_officers')
        .values({ agency, person, role, ...rest })
        .onConflict((conflict) => conflict.columns(['agency', 'person', 'role']).doUpdateSet(rest))
        .execute()
      return
    }
    case 'officer.role-revoked.v1':
      await db
        .deleteFrom('directory_officers')
        .where('agency', '=', event.data.agency)
        .where('person', '=', event.data.person)
        .where('role', '=', event.data.role)
        .execute()
      return
  }
}

/** An officer and the roles granted; undefined for one who has none. */
export async function loadOfficer<DB extends OfficerTables>(
  db: Kysely<DB>,
  agency: string,
  person: string
): Promise<OfficerRecord | undefined> {
  const rows = await (db as unknown as Kysely<OfficerTables>)
    .selectFrom('directory_officers')
    .selectAll()
    .where('agency', '=', agency)
    .where('person', '=', person)
    .execute()
  return toOfficers(rows)[0]
}

/** All officers of an agency, by reference. */
export async function listOfficers<DB extends OfficerTables>(db: Kysely<DB>, agency: string): Promise<OfficerRecord[]> {
  const rows = await (db as unknown as Kysely<OfficerTables>)
    .selectFrom('directory_officers')
    .selectAll()
    .where('agency', '=', agency)
    .orderBy('person')
    .execute()
  return toOfficers(rows)
}

function toOfficers(rows: readonly DirectoryOfficersTable[]): OfficerRecord[] {
  return [...Map.groupBy(rows, ({ person }) => person)].map(([person, own]) => {
    const name = own.find((row) => row.name !== null)?.name
    const byStrength = own.toSorted((a, b) => officerRoles.indexOf(a.role) - officerRoles.indexOf(b.role))
    return {
      agency: own[0]?.agency ?? '',
      person,
      ...(name != null && { name }),
      roles: byStrength.map(({ role, valid_until }) => ({
        role,
        ...(valid_until !== null && { validUntil: valid_until })
      }))
    }
  })
}
