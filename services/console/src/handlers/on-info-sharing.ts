import { createDirectoryView } from '@wuhu/access'
import type { OfficerEvent } from '@wuhu/contracts'
import type { Apply } from '@wuhu/store'
import { type Deps, holdsRole } from '../commands/context.ts'
import { closeSessions } from '../sessions/close-sessions.ts'
import type { ConsoleTables } from '../tables.ts'

const directory = createDirectoryView()

/** The directory as this service knows it. An officer who loses the last role is signed out. */
export function onInfoSharing(deps: Pick<Deps, 'now'>): Apply<ConsoleTables> {
  return async (tx, events) => {
    for (const { event } of events) {
      await directory.apply(tx.db, event)
      if (event.type !== 'officer.role-revoked.v1') continue
      const { agency, person } = event.data as Extract<OfficerEvent, { type: 'officer.role-revoked.v1' }>['data']
      if (await holdsRole(tx, { agency, person }, deps.now())) continue
      await closeSessions(tx, deps, { agency, person }, 'no-role', event.correlationid)
    }
  }
}
