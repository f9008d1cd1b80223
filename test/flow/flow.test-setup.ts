import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, type Envelope } from '@wuhu/contracts'
import { createConsumer, createRelay, createStore, migrate, type Received, type Store } from '@wuhu/store'
import { testDatabase } from '@wuhu/test-support'
import pg from 'pg'
import { pino } from 'pino'

interface Teardown {
  teardown(action: () => unknown): void
}
type Stream = Parameters<typeof createRelay>[0]['target'] & Parameters<typeof createConsumer>[0]['source']

export const log = pino({ level: 'silent' })

/** Two migrated schemas in one database: `source` publishes, `sink` consumes into table `seen`. */
export async function flow(t: Teardown, databaseUrl?: string) {
  const url = databaseUrl ?? (await testDatabase(t)).url
  for (const schema of ['source', 'sink']) await migrate({ databaseUrl: url, schema, migrations: {} })
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  pool.on('error', () => undefined)
  // The database may be dropped before a client that is ending has gone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  t.teardown(() => pool.end())
  await pool.query(
    'create table sink.seen (n bigint generated always as identity, sequence bigint, key text, version int)'
  )
  const source = createStore({ pool, schema: 'source' })
  const sink = createStore({ pool, schema: 'sink' })

  const relay = (target: Stream, holder = 'a', options = {}) => {
    const made = createRelay({ store: source, target, holder, log, check: 100, ...options })
    t.teardown(() => made.stop())
    made.start()
    return made
  }
  /** `fails` says which events cannot be applied. */
  const consumer = (stream: Stream, { holder = 'a', fails = (_: Envelope): boolean => false, batch = 50 } = {}) => {
    const made = createConsumer({
      store: sink,
      name: 'seen',
      source: stream,
      holder,
      log,
      batch,
      check: 100,
      apply: async (tx, events: readonly Received[]) => {
        for (const { event, sequence } of events) {
          if (fails(event)) throw new Error('cannot be applied')
          await record(tx, sequence, event)
        }
      }
    })
    t.teardown(() => made.stop())
    made.start()
    return made
  }
  const seen = async () => (await pool.query('select sequence::int, key, version from sink.seen order by n')).rows
  return { url, pool, source, sink, relay, consumer, seen }
}

type Tx = Parameters<Parameters<typeof createConsumer>[0]['apply']>[0]

async function record(tx: Tx, sequence: number, event: Envelope): Promise<void> {
  const db = tx.db as unknown as { insertInto(table: 'seen'): { values(row: object): { execute(): Promise<unknown> } } }
  await db.insertInto('seen').values({ sequence, key: event.subject, version: event.streamversion }).execute()
}

/** A real event of the catalogue. */
export function closed(streamId: string, version: number, caseNumber?: string): Envelope {
  return createEnvelope({
    id: randomUUIDv7(),
    service: 'info-sharing',
    type: 'case.closed.v1',
    subject: streamId,
    time: '2026-06-01T09:00:00+08:00',
    caseNumber,
    version,
    actor: { agency: 'amr' },
    marking: 'work',
    audience: [{ agency: 'amr', ground: 'publisher' }],
    correlationId: 'test',
    data: { number: caseNumber ?? '150824-2026-000001', reason: 'done' }
  })
}

/** Adds `count` events to a stream in one transaction. */
export async function add(store: Store<unknown>, streamId: string, count: number, caseNumber?: string): Promise<void> {
  await store.transaction(async (tx) => {
    const { version } = await tx.read(streamId)
    const events = Array.from({ length: count }, (_, n) => closed(streamId, version + n + 1, caseNumber))
    await tx.append(streamId, version, events)
  })
}
