import type { Envelope } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'
import type { StoreTables, Transaction } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'

/**
 * The state of each event's aggregate just after it, by the event's id: the same however late it is asked. For events of
 * the service's own store.
 */
export async function statesAfter<State, Command, Event, DB extends StoreTables>(
  { db }: Pick<Transaction<DB>, 'db'>,
  decider: Decider<State, Command, Event>,
  events: readonly Envelope[]
): Promise<ReadonlyMap<string, State>> {
  if (events.length === 0) return new Map()
  const upTo = new Map<string, number>()
  for (const { subject, streamversion } of events) {
    upTo.set(subject, Math.max(streamversion, upTo.get(subject) ?? 0))
  }
  const { rows } = await sql<{ stream_id: string; body: Buffer }>`
    select e.stream_id, e.body
    from unnest(${[...upTo.keys()]}::text[], ${[...upTo.values()]}::bigint[]) as asked (stream_id, version)
    join events as e on e.stream_id = asked.stream_id and e.version <= asked.version
    order by e.stream_id, e.version`.execute(db as unknown as Kysely<StoreTables>)
  const wanted = new Set(events.map(({ id }) => id))
  const states = new Map<string, State>()
  let stream: string | undefined
  let state = decider.initial
  for (const { stream_id, body } of rows) {
    if (stream_id !== stream) [stream, state] = [stream_id, decider.initial]
    const envelope = JSON.parse(body.toString('utf8')) as Envelope
    // The store only ever holds this aggregate's events in its stream.
    state = decider.evolve(state, envelope as unknown as Event)
    if (wanted.has(envelope.id)) states.set(envelope.id, state)
  }
  return states
}
