import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { testDatabase, testNats, until } from '@wuhu/test-support'
import pg from 'pg'
import { secondProcess } from '../second-process.ts'
import { teardowns } from '../teardowns.ts'
import { effectsTable } from './way.ts'
import { type WayName, ways } from './ways.ts'

export interface Load {
  /** As many as this, as fast as it goes. */
  readonly burst?: number
  readonly paced?: { readonly rate: number; readonly seconds: number }
}

export interface Outcome {
  /** Effects a second, from the first append to the last effect. */
  readonly throughput: number
  /** Appends a second, seen by the producer; only in a burst. */
  readonly appends: number
  /** Milliseconds from append to effect, in order of sending. */
  readonly latencies: readonly number[]
  /** Events whose effect never came. */
  readonly lost: number
}

/** A way by itself in a database and a stream of its own, with a process each for producer and consumer. */
export async function oneRound(way: WayName, { burst, paced }: Load): Promise<Outcome> {
  const { t, end } = teardowns()
  try {
    const stream = 'BENCH_PEERS'
    const { url: databaseUrl } = await testDatabase(t)
    const where = { databaseUrl, natsUrl: testNats(), stream }
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
    pool.on('error', () => {})
    t.teardown(() => pool.end())
    await pool.query(effectsTable)
    await ways[way].prepare(where)
    t.teardown(() => removeStream(stream))
    const producer = secondProcess(new URL('./produce.ts', import.meta.url))
    t.teardown(producer.stop)
    const consumer = secondProcess(new URL('./consume.ts', import.meta.url))
    t.teardown(consumer.stop)
    await consumer.ask('open', { way, where })
    await producer.ask('open', { way, where })
    // Connections, statements and compiled code are there before the measured part begins.
    await producer.ask('burst', 200)
    await applied(pool, 200)
    await pool.query('truncate effects')

    const rate = burst === undefined ? 0 : await producer.ask<number>('burst', burst)
    if (paced) await producer.ask('paced', paced)
    const expected = burst ?? Math.round((paced?.rate ?? 0) * (paced?.seconds ?? 0))
    const count = await applied(pool, expected)
    const { rows } = await pool.query<{ sent_at: number; applied_at: number }>(
      'select sent_at, applied_at from effects order by sent_at'
    )
    await producer.ask('close')
    await consumer.ask('close')
    const last = rows.reduce((latest, { applied_at }) => Math.max(latest, applied_at), 0)
    return {
      throughput: count / ((last - (rows[0]?.sent_at ?? 0)) / 1000),
      appends: rate,
      latencies: rows.map(({ sent_at, applied_at }) => applied_at - sent_at),
      lost: expected - count
    }
  } finally {
    await end()
  }
}

/** Waits for `expected` effects, or until none has come for 5 s; a look each 100 ms costs the measured little. */
async function applied(pool: pg.Pool, expected: number): Promise<number> {
  let count = 0
  let moved = performance.now()
  await until(
    async () => {
      const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from effects')
      const now = rows[0]?.count ?? 0
      if (now > count) moved = performance.now()
      count = now
      return count >= expected || performance.now() - moved > 5_000
    },
    { within: 300_000, every: 100 }
  )
  return count
}

async function removeStream(stream: string): Promise<void> {
  const nc = await connect({ servers: testNats() })
  const manager = await jetstreamManager(nc)
  for await (const { config } of manager.streams.list())
    if (config.name === stream) await manager.streams.delete(stream)
  await nc.close()
}
