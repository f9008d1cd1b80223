import type { Kysely } from 'kysely'
import { type DirectoryTables, loadKey } from './directory-view.ts'
import type { KeyRecord } from './key.ts'
import { createLookupCache } from './lookup-cache.ts'
import { loadOfficer, type OfficerRecord } from './officers.ts'

/** What a verifier asks a service's own view of the directory. */
export interface DirectoryLookups {
  lookupKey(kid: string): Promise<KeyRecord | undefined>
  /** `officer` is `agency/person`. */
  lookupOfficer(officer: string): Promise<OfficerRecord | undefined>
}

/** Both lookups, each remembered for `maxAge` milliseconds (250). */
export function directoryLookups<DB extends DirectoryTables>(db: Kysely<DB>, maxAge?: number): DirectoryLookups {
  const age = maxAge !== undefined && { maxAge }
  return {
    lookupKey: createLookupCache({ load: (kid) => loadKey(db, kid), ...age }),
    lookupOfficer: createLookupCache({
      load: (officer) => {
        const [agency = '', person = ''] = officer.split('/')
        return loadOfficer(db, agency, person)
      },
      ...age
    })
  }
}
