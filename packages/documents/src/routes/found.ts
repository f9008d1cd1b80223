import { copiesFor, type ReadTables, type Shown } from '@wuhu/access'
import type { Envelope, Ground } from '@wuhu/contracts'
import { type Reading, readEvents, type StoreTables } from '@wuhu/store'

/** What an agency may see of one thing: the copies of its events, in their order. */
export interface Found {
  readonly copies: readonly Envelope[]
  /** For the record of the reading. */
  readonly shown: readonly Shown[]
}

/**
 * What an agency may see of a stream: nothing where it is not in the audience of any event.
 * @param groundOf the ground on which it sees an event; by the event's audience, unless the thing itself knows better
 */
export async function findCopies<DB extends StoreTables & ReadTables>(
  { db }: Pick<Reading<DB>, 'db'>,
  streamId: string,
  agency: string,
  groundOf?: (event: Envelope) => Ground | undefined
): Promise<Found> {
  const told = copiesFor(await readEvents(db, streamId), agency, groundOf)
  return { copies: told.map(({ copy }) => copy), shown: told.map(({ shown }) => shown) }
}
