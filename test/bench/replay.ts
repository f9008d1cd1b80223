import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { jetstream } from '@nats-io/jetstream'
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node'
import { connectNats } from '@wuhu/bus/nats'
import pg from 'pg'
import { startStack, type TestStack } from '../stack/start-stack.ts'
import { addBacklog, settled } from './backlog.ts'
import type { BenchOptions } from './bench.ts'
import { type Figure, median, rounded, spreadOf } from './figure.ts'
import { teardowns } from './teardowns.ts'

/**
 * An auditor's replay over HTTP, with bodies and redacted, beside a raw ordered JetStream read of the same events; each
 * round takes the three in turn, all into the same process.
 */
export async function* replay({ quick }: BenchOptions): AsyncIterable<Figure> {
  const { t, end } = teardowns()
  try {
    const stack = await startStack(t, { only: ['info-sharing', 'audit'], logLevel: 'warn' })
    const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 })
    t.teardown(() => pool.end())
    const bus = await connectNats({ url: stack.natsUrl, credentialsFile: stack.natsAdmin, name: 'bench' })
    t.teardown(() => bus.close())
    const authenticator = credsAuthenticator(await readFile(stack.natsAdmin))
    const nc = await connect({ servers: stack.natsUrl, authenticator })
    t.teardown(() => nc.close())

    await addBacklog(pool, quick ? 10_000 : 100_000)
    const count = await settled(pool, bus, [{ schema: 'audit', consumer: 'record-info-sharing' }])
    const rates = { bodies: [] as number[], redacted: [] as number[], raw: [] as number[] }
    await replayed(stack, '?bodies=true&reason=bench', count)
    await replayed(stack, '', count)
    await readRaw(nc, count)
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      rates.bodies.push(await timed(count, () => replayed(stack, '?bodies=true&reason=bench', count)))
      rates.redacted.push(await timed(count, () => replayed(stack, '', count)))
      rates.raw.push(await timed(count, () => readRaw(nc, count)))
    }
    const against = (name: string, values: readonly number[]): Figure => {
      const ratios = values.map((rate, round) => rounded(rate / (rates.raw[round] ?? 1)))
      return {
        ...{ name, value: rounded(median(values)), unit: 'events/s', baseline: rounded(median(rates.raw)) },
        ...{ ratio: rounded(median(ratios)), target: 'ratio >= 0.25', spread: spreadOf(ratios) }
      }
    }
    yield against('replay with bodies vs raw ordered read', rates.bodies)
    yield against('replay redacted vs raw ordered read', rates.redacted)
  } finally {
    await end()
  }
}

/** @returns things a second */
async function timed(count: number, work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return count / ((performance.now() - begun) / 1000)
}

/** Reads one replay to its manifest. @throws Error when it is not whole, or has fewer than `least` events */
async function replayed(stack: TestStack, query: string, least: number): Promise<void> {
  const headers = { authorization: `Bearer ${await stack.token('amr', 'audit-admin')}` }
  const sending = get(new URL(`/v1/replay${query}`, stack.urls.audit), { headers })
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of response as AsyncIterable<Buffer>) {
    tail = chunk.length > 8_192 ? chunk.subarray(-8_192) : Buffer.concat([tail, chunk]).subarray(-8_192)
  }
  const last = tail.toString().trimEnd().split('\n').at(-1) ?? ''
  if (response.statusCode !== 200) throw new Error(`replay answered ${response.statusCode}: ${last}`)
  const { manifest } = JSON.parse(last) as { manifest?: { count: number } }
  if (!manifest || manifest.count < least) throw new Error(`replay of ${least} events ended with ${last.slice(0, 300)}`)
}

/** The client's ordered consumer, with as many messages asked for at a time as made it fastest. */
async function readRaw(nc: NatsConnection, count: number): Promise<void> {
  const consumer = await jetstream(nc).consumers.get('INFO_SHARING')
  await new Promise<void>((resolve, reject) => {
    let seen = 0
    const reading = consumer.consume({
      max_messages: 10_000,
      callback: (message) => {
        seen += 1
        if (message.seq !== seen) reject(new Error(`expected ${seen}, got ${message.seq}`))
        if (seen === count) reading.then((messages) => messages.close()).then(() => resolve(), reject)
      }
    })
    reading.catch(reject)
  })
}
