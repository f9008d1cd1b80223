import { randomUUIDv7 } from 'node:crypto'
import { jetstream, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream'
import { connect, createInbox, headers, type NatsConnection } from '@nats-io/transport-node'
import { connectNats } from '@wuhu/bus/nats'
import { createRelay, createStore, migrate } from '@wuhu/store'
import { testDatabase, testNats, until } from '@wuhu/test-support'
import pg from 'pg'
import { pino } from 'pino'
import type { BenchOptions } from './bench.ts'
import { type Figure, median, rounded, spreadOf } from './figure.ts'

/** What is published in all three ways: same subject, same ids, same bytes, same fencing. */
interface Message {
  readonly subject: string
  readonly id: string
  readonly body: Uint8Array
}

const subject = 'evt.07.bench.relayed'

/**
 * Draining a backlog to the stream, beside the fastest raw publish (one shared reply inbox, window 2,048) and
 * `js.publish` (window 512) of the same bytes to the same server; each round takes the three in turn.
 */
export async function* relay({ quick }: BenchOptions): AsyncIterable<Figure> {
  const count = quick ? 30_000 : 100_000
  const rounds = quick ? 2 : 5
  const later: (() => unknown)[] = []
  const t = { teardown: (action: () => unknown) => void later.push(action) }
  try {
    const nc = await connect({ servers: testNats() })
    later.push(() => nc.close())
    const manager = await jetstreamManager(nc)
    const messages = makeMessages(count)
    const rates = { relay: [] as number[], raw: [] as number[], pipelined: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      for (const [way, drain] of Object.entries({ relay: viaRelay, raw: viaRaw, pipelined: viaJetStream })) {
        const stream = `BENCH_${way}_${round}`.toUpperCase()
        await manager.streams.add({
          name: stream,
          subjects: [subject],
          storage: StorageType.File,
          retention: RetentionPolicy.Limits
        })
        const seconds = await drain(stream, messages, { t, nc })
        await manager.streams.delete(stream)
        rates[way as keyof typeof rates].push(count / seconds)
      }
    }
    const own = median(rates.relay)
    const against = (name: string, values: number[], target: string): Figure => ({
      name,
      value: rounded(own),
      unit: 'events/s',
      baseline: rounded(median(values)),
      ratio: rounded(median(rates.relay.map((rate, round) => rate / (values[round] ?? 1)))),
      target,
      spread: spreadOf(rates.relay.map(rounded))
    })
    yield against('relay vs raw publish', rates.raw, 'ratio >= 0.35')
    yield against('relay vs js.publish', rates.pipelined, 'ratio >= 1.5')
  } finally {
    for (const action of later.reverse()) await action()
  }
}

type Drain = (
  stream: string,
  messages: readonly Message[],
  context: { t: { teardown(action: () => unknown): void }; nc: NatsConnection }
) => Promise<number>

/** The store filled beforehand; timed from the relay's start to the last acknowledgement, connecting not counted. */
const viaRelay: Drain = async (stream, messages, { t }) => {
  const { url, drop } = await testDatabase(t)
  await migrate({ databaseUrl: url, schema: 'bench', migrations: {} })
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  const store = createStore({ pool, schema: 'bench' })
  await fill(pool, messages)
  const bus = await connectNats({ url: testNats(), name: 'bench' })
  const drained = createRelay({ store, target: bus.stream(stream), holder: 'bench', log: pino({ level: 'warn' }) })
  const begun = performance.now()
  drained.start()
  await until(() => drained.status().published === messages.length, { within: 120_000, every: 2 })
  const seconds = (performance.now() - begun) / 1000
  await drained.stop()
  await bus.close()
  await pool.end()
  await drop()
  return seconds
}

/** One plain publish a message, all acknowledgements to one subscription, at most 2,048 unanswered. */
const viaRaw: Drain = async (stream, messages, { nc }) => {
  const inbox = createInbox()
  let acknowledged = 0
  let resume = () => {}
  const subscription = nc.subscribe(inbox, {
    callback: (_error, message) => {
      const answer = message.string()
      if (answer.includes('"error"')) throw new Error(answer)
      acknowledged += 1
      resume()
    }
  })
  const begun = performance.now()
  for (let sent = 0; sent < messages.length; sent += 1) {
    while (sent - acknowledged >= 2_048) {
      await new Promise<void>((resolve) => {
        resume = resolve
      })
    }
    const { id, body } = messages[sent] as Message
    nc.publish(subject, body, { reply: inbox, headers: fence(stream, sent, id) })
  }
  await until(() => acknowledged === messages.length, { within: 60_000, every: 2 })
  subscription.unsubscribe()
  return (performance.now() - begun) / 1000
}

/** The client's own publish, 512 at a time. */
const viaJetStream: Drain = async (stream, messages, { nc }) => {
  const js = jetstream(nc)
  const waiting: Promise<unknown>[] = []
  const begun = performance.now()
  for (let sent = 0; sent < messages.length; sent += 1) {
    const { id, body } = messages[sent] as Message
    waiting.push(js.publish(subject, body, { headers: fence(stream, sent, id) }))
    if (waiting.length === 512) await waiting.shift()
  }
  await Promise.all(waiting)
  return (performance.now() - begun) / 1000
}

function fence(stream: string, last: number, id: string) {
  const fields = headers()
  fields.set('Nats-Expected-Last-Sequence', String(last))
  fields.set('Nats-Expected-Stream', stream)
  fields.set('Event-Id', id)
  fields.set('Case-Key', 'bench')
  return fields
}

/** About 1 KB each. */
function makeMessages(count: number): Message[] {
  return Array.from({ length: count }, () => {
    const id = randomUUIDv7()
    return { subject, id, body: Buffer.from(JSON.stringify({ id, data: { text: 'x'.repeat(940) } })) }
  })
}

/** Events of 1,000 streams, straight into the tables: a backlog as a long failure of the bus leaves it. */
async function fill(pool: pg.Pool, messages: readonly Message[]): Promise<void> {
  for (let from = 0; from < messages.length; from += 5_000) {
    const part = messages.slice(from, from + 5_000)
    await pool.query(
      `with added as (
         insert into bench.events (stream_id, version, id, type, subject, body)
         select 'bench/' || (n % 1000), n / 1000 + 1, id, 'bench.relayed.v1', $1, body
         from unnest($2::int[], $3::uuid[], $4::bytea[]) as new (n, id, body) order by n returning seq)
       insert into bench.outbox select seq from added`,
      [subject, part.map((_, n) => from + n), part.map(({ id }) => id), part.map(({ body }) => body)]
    )
  }
  await pool.query('vacuum analyze bench.events, bench.outbox')
  await pool.query('checkpoint')
}
