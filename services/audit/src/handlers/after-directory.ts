import type { Bus } from '@wuhu/bus'
import { Refusal } from '@wuhu/decider'
import { type Apply, NotYet } from '@wuhu/store'
import type { AuditTables } from '../tables.ts'

/**
 * Other streams run ahead of the directory's: what they say of an agency that is not in the service's own copy waits
 * until that copy has all that there is. Whoever is unknown even then is refused as ever.
 * @throws NotYet
 */
export function afterDirectory(bus: Bus, apply: Apply<AuditTables>): Apply<AuditTables> {
  const source = bus.stream('INFO_SHARING')
  return async (tx, events) => {
    try {
      await apply(tx, events)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'agency.unknown') throw error
      const row = await tx.db
        .selectFrom('leases')
        .select('position')
        .where('name', '=', 'consume/directory')
        .executeTakeFirst()
      if (Number(row?.position ?? 0) >= (await source.describe()).lastSequence) throw error
      throw new NotYet('the directory', error)
    }
  }
}
