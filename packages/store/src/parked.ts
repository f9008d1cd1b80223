import type { Envelope } from '@wuhu/contracts'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { ParkedTable, StoreTables } from './tables.ts'

/** A parked event as operators see it: never its data. */
export interface ParkedEvent {
  readonly consumer: string
  readonly stream: string
  readonly sequence: number
  readonly eventId: string | null
  readonly type: string | null
  readonly caseNumber: string | null
  readonly error: string
  /** True when it only waits behind another event of its case. */
  readonly behind: boolean
  readonly attempts: number
  readonly parkedAt: Date
}

/** What an event is ordered by: its aggregate, and its case once it has one. Both block what comes behind. */
export function keysOf(event: Pick<Envelope, 'subject' | 'casenumber'>): string[] {
  return event.casenumber === undefined ? [event.subject] : [event.subject, `case/${event.casenumber}`]
}

/** Keys that are blocked for a consumer now. Empty, and quick, while nothing is parked. */
export async function blockedKeys(db: Kysely<StoreTables>, schema: string, consumer: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct unnest(keys) as key from ${sql.id(schema, 'parked')} where consumer = ${consumer}`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

export interface NewParked {
  readonly consumer: string
  readonly stream: string
  readonly sequence: number
  readonly keys: readonly string[]
  readonly event?: Envelope | undefined
  readonly error: string
  readonly behind: boolean
  readonly body: Uint8Array
}

/** Parks events; parking one twice changes nothing. */
export async function park(db: Kysely<StoreTables>, events: readonly NewParked[]): Promise<void> {
  if (events.length === 0) return
  await db
    .insertInto('parked')
    .values(
      events.map(({ event, keys, body, sequence, ...rest }) => ({
        ...rest,
        sequence: String(sequence),
        keys: [...keys],
        body: Buffer.from(body),
        event_id: event?.id ?? null,
        type: event?.type ?? null,
        case_number: event?.casenumber ?? null
      }))
    )
    .onConflict((conflict) => conflict.columns(['consumer', 'stream', 'sequence']).doNothing())
    .execute()
}

/** Parked events of a consumer in order, at most `limit` after sequence `after`. */
export async function listParked(
  db: Kysely<StoreTables>,
  consumer: string,
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {}
): Promise<ParkedEvent[]> {
  const rows = await db
    .selectFrom('parked')
    .selectAll()
    .where('consumer', '=', consumer)
    .where('sequence', '>', String(after))
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(toParkedEvent)
}

/** How many are parked, and how many cases (or aggregates without one) stand still because of it. */
export async function countParked(
  db: Kysely<StoreTables>,
  schema: string,
  consumer: string
): Promise<{ parked: number; blocked: number }> {
  const { rows } = await sql<{ parked: number; blocked: number }>`
    select count(*)::int as parked, count(distinct keys[cardinality(keys)])::int as blocked
    from ${sql.id(schema, 'parked')} where consumer = ${consumer}`.execute(db)
  return rows[0] ?? { parked: 0, blocked: 0 }
}

function toParkedEvent(row: Selectable<ParkedTable>): ParkedEvent {
  return {
    consumer: row.consumer,
    stream: row.stream,
    sequence: Number(row.sequence),
    eventId: row.event_id,
    type: row.type,
    caseNumber: row.case_number,
    error: row.error,
    behind: row.behind,
    attempts: row.attempts,
    parkedAt: row.parked_at
  }
}
