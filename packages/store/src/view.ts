import type { Envelope } from '@wuhu/contracts'
import type { Kysely } from 'kysely'

/**
 * Event to rows. Can be dropped and rebuilt by replay, so rows must follow from the events alone and must not depend
 * on the order between streams of different aggregates.
 */
export interface View<DB> {
  readonly name: string
  /** The tables that belong to this view alone. */
  readonly tables: readonly (keyof DB & string)[]
  /** Repeating an event must not change the rows. Event types that do not concern the view are ignored. */
  apply(db: Kysely<DB>, event: Envelope): Promise<void>
  /** The same for the events of one append, in fewer statements. Left out, `apply` runs for one after the other. */
  applyAll?(db: Kysely<DB>, events: readonly Envelope[]): Promise<void>
  /** The same for the events of many streams at once, each stream's in order. Left out, they are applied stream by stream. */
  applyMany?(db: Kysely<DB>, events: readonly Envelope[]): Promise<void>
}

/** Applies the events of one append. */
export async function applyTo<DB>(view: View<DB>, db: Kysely<DB>, envelopes: readonly Envelope[]): Promise<void> {
  if (view.applyAll) return view.applyAll(db, envelopes)
  for (const envelope of envelopes) await view.apply(db, envelope)
}
