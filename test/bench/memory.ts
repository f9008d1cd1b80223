import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { connectNats } from '@wuhu/bus/nats'
import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import pg from 'pg'
import { startStack, type TestStack } from '../stack/start-stack.ts'
import { addBacklog, type Cursor, settled } from './backlog.ts'
import type { BenchOptions } from './bench.ts'
import { type Figure, rounded } from './figure.ts'
import { teardowns } from './teardowns.ts'

const cursors: readonly Cursor[] = [
  { schema: 'joint_investigation', consumer: 'info-sharing' },
  { schema: 'mail', consumer: 'deliver-info-sharing' },
  { schema: 'audit', consumer: 'record-info-sharing' }
]

/**
 * Resident memory of each service: idle, and while events go through in equal parts. It swings with the garbage
 * collector, and a heap first grows to its working size; so what is compared is the least of the last parts with the
 * least of as many before them: what grows with the log lifts the floor.
 */
export async function* memory({ quick }: BenchOptions): AsyncIterable<Figure> {
  const total = quick ? 10_000 : 200_000
  const parts = quick ? 4 : 16
  const { t, end } = teardowns()
  try {
    const stack = await startStack(t, { logLevel: 'warn' })
    const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 })
    t.teardown(() => pool.end())
    const bus = await connectNats({ url: stack.natsUrl, credentialsFile: stack.natsAdmin, name: 'bench' })
    t.teardown(() => bus.close())

    const series = Object.fromEntries(serviceNames.map((name) => [name, [] as number[]])) as Record<
      ServiceName,
      number[]
    >
    for (let part = 0; part <= parts; part += 1) {
      if (part > 0) await addBacklog(pool, total / parts)
      await settled(pool, bus, cursors)
      for (const name of serviceNames) series[name].push(await resident(stack, name))
    }
    for (const name of serviceNames) {
      const values = series[name]
      const figure = (what: string, value: number, unit: string, target?: string): Figure => ({
        ...{ name: `${name}: ${what}`, value: rounded(value), unit },
        ...(target !== undefined && { target })
      })
      yield figure('idle', values[0] ?? 0, 'MB')
      yield figure(`after ${total / 2} events`, values[parts / 2] ?? 0, 'MB')
      yield figure(`after ${total} events`, values[parts] ?? 0, 'MB')
      const window = Math.floor((parts / 8) * 3)
      const floor = (end: number) => Math.min(...values.slice(end - window + 1, end + 1))
      const growth = floor(parts) - floor(parts - window)
      yield figure('growth of the floor', (growth * 100_000) / ((total * window) / parts), 'MB/100,000', '<= 10')
    }
  } finally {
    await end()
  }
}

/** MB; the least of some looks over three seconds, between which garbage may be collected. */
async function resident(stack: TestStack, name: ServiceName): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let look = 0; look < 6; look += 1) {
    const status = await readFile(`/proc/${stack.services[name].pid()}/status`, 'utf8')
    least = Math.min(least, Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024)
    await delay(500)
  }
  return least
}
