import { setTimeout as pause } from 'node:timers/promises'
import { until } from '@wuhu/test-support'
import pg from 'pg'
import { startStack } from '../stack/start-stack.ts'
import type { BenchOptions } from './bench.ts'
import { type Figure, median, quantile, rounded, spreadOf } from './figure.ts'
import { type LoadCommandName, loadCommands } from './load/commands.ts'
import { breachedSince, dueAtOnce, dueInTurn, openDeadlines, rawUpdates } from './load/deadline-rows.ts'
import type { SendCommands, SentCommands } from './load/send-commands.ts'
import { secondProcess } from './second-process.ts'
import { teardowns } from './teardowns.ts'

const perSecond = 1_000

/**
 * A million open deadlines in the real info-sharing process, of which a thousand become due each second. How fast a
 * backlog is fired beside Postgres updating the same rows; how late each fires; and what the command bench loses by it:
 * the same load without and with firing, in turn.
 */
export async function* deadlines({ quick }: BenchOptions): AsyncIterable<Figure> {
  const { t, end } = teardowns()
  try {
    const stack = await startStack(t, { only: ['info-sharing'], logLevel: 'warn' })
    const db = new pg.Client({ connectionString: stack.databaseUrl, options: '-c search_path=info_sharing' })
    await db.connect()
    t.teardown(() => db.end())
    const sender = secondProcess(new URL('./load/send-commands.ts', import.meta.url))
    t.teardown(sender.stop)
    const seed = await stack.seed('amr')
    const send = (command: LoadCommandName, seconds: number) =>
      sender.ask<SentCommands>('send', {
        ...{ url: stack.urls['info-sharing'], agency: 'amr', seed, command, rate: 200, seconds }
      } satisfies SendCommands)

    await openDeadlines(db, quick ? 50_000 : 1_000_000)
    yield await backlog(db, quick ? 5_000 : 20_000, quick ? 1 : 3)

    const names = Object.keys(loadCommands) as LoadCommandName[]
    for (const name of names) await send(name, quick ? 1 : 5)
    const seconds = quick ? 3 : 15
    const lateness: number[] = []
    const rates: number[] = []
    for (const name of names) {
      const without: SentCommands[] = []
      const firing: SentCommands[] = []
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        without.push(await send(name, seconds))
        const first = await dueInTurn(db, perSecond * (seconds + 1), perSecond)
        firing.push(await send(name, seconds))
        const fired = await allFired(db, first)
        console.error(`${name}, round ${round + 1}: ${Math.round(fired.rate)} fired a second`)
        lateness.push(...fired.late)
        rates.push(fired.rate)
      }
      for (const { failures } of [...without, ...firing]) {
        for (const [text, count] of Object.entries(failures)) {
          yield { name: `${name}, failed: ${text}`, value: count, unit: 'commands', target: 'none' }
        }
      }
      yield against(`${name} at 200/s while firing, p50`, firing, without, 0.5)
      yield against(`${name} at 200/s while firing, p99`, firing, without, 0.99)
    }
    const rate = rounded(median(rates))
    yield { name: 'firing beside commands', value: rate, unit: 'deadlines/s', target: `>= ${perSecond * 0.98}` }
    yield { name: 'fired after due, p50', value: rounded(quantile(lateness, 0.5)), unit: 'ms' }
    yield { name: 'fired after due, p99', value: rounded(quantile(lateness, 0.99)), unit: 'ms', target: '<= 1000 ms' }
  } finally {
    await end()
  }
}

/** All due at one instant: how fast they are fired, beside Postgres changing as many rows and no more. */
async function backlog(db: pg.Client, count: number, rounds: number): Promise<Figure> {
  const own: number[] = []
  const raw: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const due = await dueAtOnce(db, count, 3_000)
    await pause(Math.max(0, due - Date.now()))
    const { last } = await allFired(db, due, count)
    own.push((count / (last - due)) * 1_000)
    raw.push(await rawUpdates(db, count))
  }
  return {
    name: 'firing a backlog vs updating its rows',
    value: rounded(median(own)),
    unit: 'deadlines/s',
    baseline: rounded(median(raw)),
    ratio: rounded(median(own.map((rate, round) => rate / (raw[round] ?? 1)))),
    target: '>= 1000/s',
    spread: spreadOf(own.map(rounded))
  }
}

/** Waits until nothing is due any more. @returns milliseconds each was late, their rate, and when the last was fired */
async function allFired(db: pg.Client, first: number, count?: number) {
  await until(
    async () => {
      const { rows } = await db.query('select 1 from deadlines where next_at < now() limit 1')
      return rows.length === 0 && (count === undefined || (await breachedSince(db, first)).length >= count)
    },
    { within: 300_000, every: 200, what: 'all that is due to be fired' }
  )
  const fired = await breachedSince(db, first)
  const late = fired.map(({ due, at }) => at - due)
  const last = Math.max(...fired.map(({ at }) => at))
  const span = Math.max(...fired.map(({ due }) => due)) - first
  return { late, last, rate: (fired.length / Math.max(span, last - first)) * 1_000 }
}

function against(name: string, own: readonly SentCommands[], other: readonly SentCommands[], share: number): Figure {
  const values = own.map(({ latencies }) => quantile(latencies, share))
  const baselines = other.map(({ latencies }) => quantile(latencies, share))
  return {
    name,
    value: rounded(median(values)),
    unit: 'ms',
    baseline: rounded(median(baselines)),
    ratio: rounded(median(values.map((value, round) => value / (baselines[round] ?? 1)))),
    target: 'ratio <= 1.2',
    spread: spreadOf(values.map(rounded))
  }
}
