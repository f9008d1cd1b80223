import { classesShown, seen as copyOf, type ReadTables, type Shown, visible } from '@wuhu/access'
import type { Envelope, Ground } from '@wuhu/contracts'
import type { Reading, StoreTables } from '@wuhu/store'
import type { Kysely } from 'kysely'

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
  groundOf: (event: Envelope) => Ground | undefined = ({ audience }) => visible(agency, audience)
): Promise<Found> {
  const rows = await (db as unknown as Kysely<StoreTables>)
    .selectFrom('events')
    .select('body')
    .where('stream_id', '=', streamId)
    .orderBy('version')
    .execute()
  const seen = rows.flatMap(({ body }) => {
    const event = JSON.parse(body.toString('utf8')) as Envelope
    const ground = groundOf(event)
    return ground === undefined ? [] : [{ event, ground }]
  })
  return {
    copies: seen.map(({ event, ground }) => copyOf(event, agency, ground)),
    shown: seen.map(({ event, ground }) => ({
      caseNumber: event.casenumber,
      subject: streamId,
      classes: classesShown(event.type, { agency, ground })
    }))
  }
}
