import type { Store, StoreTables } from '@wuhu/store'
import type { Kysely } from 'kysely'
import { boundStandstill, type FireOptions, recompute } from './fire.ts'
import { runningColumns, runningOf } from './row.ts'
import type { DeadlineTables } from './tables.ts'
import { createUnitOfWork } from './unit-of-work.ts'

/** Deadlines looked at in one transaction. */
const batch = 100
/** Milliseconds: it holds up nobody but those rows, which the firing passes over. */
const standsStill = 2_000

/**
 * Looks at the next open deadlines with the calendar in force, when that changed. One process at a time; where it stood
 * is kept, so that a restart goes on there.
 * @returns whether there may be more
 */
export async function recomputeSome<DB>(options: FireOptions<DB>, now: string): Promise<boolean> {
  const { store, service, timeLimits } = options
  const waiting = await (store as unknown as Store<DeadlineTables>).db
    .selectFrom('recomputation')
    .where('revision', '<', (eb) => eb.selectFrom('calendar_years').select(({ fn }) => fn.max('revision').as('now')))
    .select('revision')
    .executeTakeFirst()
  if (!waiting) return false
  return await store.transaction(async (tx) => {
    const db = tx.db as unknown as Kysely<DeadlineTables & StoreTables>
    await boundStandstill(db, standsStill)
    const standing = await db.selectFrom('recomputation').selectAll().forUpdate().skipLocked().executeTakeFirst()
    const limits = await timeLimits.read(db)
    const { calendarRevision: revision } = limits
    if (!standing || standing.revision >= revision) return false
    // Another change meanwhile: from the beginning.
    const after = standing.target === revision ? standing.after_id : ''
    const rows = await db
      .selectFrom('deadlines')
      .select(runningColumns)
      .where('id', '>', after)
      .where('status', 'in', ['open', 'suspended'])
      .where('calendar_revision', '<', revision)
      .orderBy('id')
      .limit(batch)
      .forUpdate()
      .execute()
    const unit = createUnitOfWork(tx, service)
    unit.add(rows.map(runningOf))
    for (const { id } of rows) recompute(unit, limits, id, now)
    await unit.write()
    const done = rows.length < batch
    const place = done ? { revision, after_id: '' } : { after_id: rows.at(-1)?.id ?? '' }
    await db
      .updateTable('recomputation')
      .set({ ...place, target: revision })
      .execute()
    return !done
  })
}
