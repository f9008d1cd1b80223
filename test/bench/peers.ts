import type { BenchOptions } from './bench.ts'
import { type Figure, median, quantile, rounded, spreadOf } from './figure.ts'
import { type Outcome, oneRound } from './peers/one-round.ts'
import { type WayName, ways } from './peers/ways.ts'

const names = Object.keys(ways) as WayName[]

/**
 * From an append to an effect in another process: eight callers appending one event each at a time as fast as they are
 * answered, and 200/s for latency. All ways take turns in every round, on the same Postgres.
 */
export async function* peers({ quick }: BenchOptions): AsyncIterable<Figure> {
  const rounds = quick ? 1 : 3
  const bursts = emptied()
  const pacedRuns = emptied()
  for (let round = 0; round < rounds; round += 1) {
    for (const way of names) bursts[way].push(await oneRound(way, { burst: quick ? 1_000 : 10_000 }))
    for (const way of names) {
      pacedRuns[way].push(await oneRound(way, { paced: { rate: 200, seconds: quick ? 2 : 10 } }))
    }
  }

  const middle = (way: WayName) => median(bursts[way].map(({ throughput }) => throughput))
  const best = names.filter((way) => way !== 'ours').sort((a, b) => middle(b) - middle(a))[0] as WayName
  const ratios = bursts.ours.map(({ throughput }, round) => throughput / (bursts[best][round]?.throughput ?? 1))
  yield {
    name: `append to effect, ours vs ${best}`,
    value: rounded(middle('ours')),
    unit: 'events/s',
    baseline: rounded(middle(best)),
    ratio: rounded(median(ratios)),
    target: 'ratio >= 2',
    spread: spreadOf(ratios.map(rounded))
  }
  for (const way of names) yield* figuresOf(way, bursts[way], pacedRuns[way])
}

function* figuresOf(way: WayName, bursts: readonly Outcome[], pacedRuns: readonly Outcome[]): Iterable<Figure> {
  const figure = (name: string, unit: string, values: readonly number[]): Figure => ({
    ...{ name: `${way}: ${name}`, value: rounded(median(values)), unit, spread: spreadOf(values.map(rounded)) }
  })
  yield figure(
    'throughput',
    'events/s',
    bursts.map(({ throughput }) => throughput)
  )
  yield figure(
    'appends',
    'events/s',
    bursts.map(({ appends }) => appends)
  )
  for (const share of [0.5, 0.99]) {
    const values = pacedRuns.map(({ latencies }) => quantile(latencies, share))
    yield figure(`latency at 200/s, p${share * 100}`, 'ms', values)
  }
  const lost = [...bursts, ...pacedRuns].map((outcome) => outcome.lost)
  if (lost.some((count) => count > 0)) yield figure('events that never took effect', 'events', lost)
}

const emptied = () => Object.fromEntries(names.map((way) => [way, [] as Outcome[]])) as Record<WayName, Outcome[]>
