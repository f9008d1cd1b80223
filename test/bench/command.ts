import { startStack } from '../stack/start-stack.ts'
import type { BenchOptions } from './bench.ts'
import { type Figure, median, quantile, rounded, spreadOf } from './figure.ts'
import { type LoadCommandName, loadCommands } from './load/commands.ts'
import type { Pace } from './load/paced.ts'
import type { SendCommands, SentCommands } from './load/send-commands.ts'
import { secondProcess } from './second-process.ts'
import { teardowns } from './teardowns.ts'

/**
 * One command a request to the real info-sharing process, answered after its durable commit. Paced and open loop, from a
 * process of its own; then the highest rate that is held: no failures, p99 under 100 ms, at least 98 % achieved.
 */
export async function* command({ quick }: BenchOptions): AsyncIterable<Figure> {
  const { t, end } = teardowns()
  try {
    const stack = await startStack(t, { only: ['info-sharing'], logLevel: 'warn' })
    const sender = secondProcess(new URL('./load/send-commands.ts', import.meta.url))
    t.teardown(sender.stop)
    const seed = await stack.seed('amr')
    const send = (name: LoadCommandName, pace: Pace) =>
      sender.ask<SentCommands>('send', {
        ...{ url: stack.urls['info-sharing'], agency: 'amr', seed, command: name },
        ...pace
      } satisfies SendCommands)

    for (const name of Object.keys(loadCommands) as LoadCommandName[]) {
      await send(name, { rate: 100, seconds: quick ? 1 : 5 })
      const runs: SentCommands[] = []
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        runs.push(await send(name, { rate: 200, seconds: quick ? 2 : 20 }))
      }
      for (const { failures } of runs) {
        for (const [text, count] of Object.entries(failures)) {
          yield { name: `${name} at 200/s, failed: ${text}`, value: count, unit: 'commands', target: 'none' }
        }
      }
      yield latency(`${name} at 200/s, p50`, runs, 0.5, 'p50 <= 5 ms')
      yield latency(`${name} at 200/s, p99`, runs, 0.99, 'p99 <= 25 ms')
      yield await highestHeld(name, quick, (pace) => send(name, pace))
    }
  } finally {
    await end()
  }
}

function latency(name: string, runs: readonly SentCommands[], share: number, target: string): Figure {
  const values = runs.map(({ latencies }) => rounded(quantile(latencies, share)))
  return { name, value: rounded(median(values)), unit: 'ms', target, spread: spreadOf(values) }
}

/**
 * Doubles until it breaks (or halves until it holds), halves the gap, then confirms over the full time, a tenth lower
 * each time it is not held. 0: not even 10/s is held.
 */
async function highestHeld(name: string, quick: boolean, send: (pace: Pace) => Promise<SentCommands>): Promise<Figure> {
  const held = async (rate: number, seconds: number) => {
    const { latencies, failures, achieved } = await send({ rate, seconds })
    return Object.keys(failures).length === 0 && achieved >= 0.98 * rate && quantile(latencies, 0.99) < 100
  }
  const probe = quick ? 1 : 5
  let low = 200
  let high = 400
  if (await held(low, probe)) while (await held(high, probe)) [low, high] = [high, high * 2]
  else
    do [low, high] = [low / 2, low]
    while (low > 10 && !(await held(low, probe)))
  while (high - low > low / 8) {
    const middle = Math.round((low + high) / 2)
    if (await held(middle, probe)) low = middle
    else high = middle
  }
  const seconds = quick ? 2 : 20
  while (low >= 10 && !(await held(low, seconds))) low = Math.floor(low * 0.9)
  return { name: `${name}, highest rate held ${seconds} s`, value: low < 10 ? 0 : Math.floor(low), unit: 'commands/s' }
}
