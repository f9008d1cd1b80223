import type { Envelope } from '@wuhu/contracts'
import type { Kysely } from 'kysely'
import type { StoreTables } from './tables.ts'

/** Events of these streams as they are now, stream by stream in their order. Locks nothing: to append, read in a Transaction. */
export async function readEvents<DB>(db: Kysely<DB>, ...streamIds: readonly string[]): Promise<Envelope[]> {
  if (streamIds.length === 0) return []
  const rows = await (db as unknown as Kysely<StoreTables>)
    .selectFrom('events')
    .select('body')
    .where('stream_id', 'in', [...streamIds])
    .orderBy('stream_id')
    .orderBy('version')
    .execute()
  return rows.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope)
}
