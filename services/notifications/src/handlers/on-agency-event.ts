import { createDirectoryView, type DirectoryTables } from '@wuhu/access'
import type { Apply } from '@wuhu/store'

/**
 * Applies events of the directory to the view. `changed` says whether the newest batch changed it: after its commit,
 * who keeps something by the directory must look. It stays true until the next batch, since other transactions commit too.
 */
export function onAgencyEvents<DB extends DirectoryTables>(): { apply: Apply<DB>; changed(): boolean } {
  const view = createDirectoryView()
  let changed = false
  return {
    changed: () => changed,
    async apply(tx, events) {
      changed = events.some(({ event }) => event.type.startsWith('agency.'))
      for (const { event } of events) await view.apply(tx.db, event)
    }
  }
}
