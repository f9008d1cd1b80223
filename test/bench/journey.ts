import pg from 'pg'
import { startStack } from '../stack/start-stack.ts'
import type { BenchOptions } from './bench.ts'
import { type Figure, median, quantile, rounded, spreadOf } from './figure.ts'
import type { ReceivedMail } from './load/read-mailbox.ts'
import type { SentCommands } from './load/send-commands.ts'
import { secondProcess } from './second-process.ts'
import { teardowns } from './teardowns.ts'

interface Round {
  /** Milliseconds from the event's append (its row's `recorded_at`, before the commit) to the subscriber's hands. */
  readonly appended: readonly number[]
  /** Milliseconds from the sending of the command. */
  readonly sent: readonly number[]
}

/**
 * `publish a notice` at 200/s through the real stack: command, append, relay, stream, delivery, mailbox, server-sent
 * events. Sender and subscriber are processes of their own. All clocks are of one machine.
 */
export async function* journey({ quick }: BenchOptions): AsyncIterable<Figure> {
  const seconds = quick ? 3 : 20
  const { t, end } = teardowns()
  try {
    const stack = await startStack(t, { logLevel: 'warn' })
    const sender = secondProcess(new URL('./load/send-commands.ts', import.meta.url))
    t.teardown(sender.stop)
    const reader = secondProcess(new URL('./load/read-mailbox.ts', import.meta.url))
    t.teardown(reader.stop)
    const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 })
    t.teardown(() => pool.end())

    const seed = await stack.seed('amr')
    const send = async (time: number) => {
      const done = await sender.ask<SentCommands>('send', {
        ...{ url: stack.urls['info-sharing'], agency: 'amr', seed, command: 'publish a notice' },
        ...{ rate: 200, seconds: time }
      })
      if (Object.keys(done.failures).length > 0) throw new Error(JSON.stringify(done.failures))
      return done
    }
    await reader.ask('open', { url: stack.urls.notifications, agency: 'psb', seed: await stack.seed('psb') })
    const rounds: Round[] = []
    for (let round = quick ? 0 : -1; round < (quick ? 1 : 3); round += 1) {
      const { sent } = await send(round < 0 ? 5 : seconds)
      const received = await reader.ask<ReceivedMail>(
        'take',
        sent.map(([id]) => id)
      )
      // The first round only warms up.
      if (round >= 0) rounds.push(joined(sent, received, await appendTimes(pool, sent)))
    }
    const figure = (name: string, of: keyof Round, share: number, target?: string): Figure => {
      const values = rounds.map((round) => rounded(quantile(round[of], share)))
      return {
        ...{ name, value: rounded(median(values)), unit: 'ms', spread: spreadOf(values) },
        ...(target !== undefined && { target })
      }
    }
    yield figure('append to received at 200/s, p50', 'appended', 0.5, 'p50 <= 20 ms')
    yield figure('append to received at 200/s, p99', 'appended', 0.99, 'p99 <= 100 ms')
    yield figure('command sent to received, p50', 'sent', 0.5)
    yield figure('command sent to received, p99', 'sent', 0.99)
  } finally {
    await end()
  }
}

async function appendTimes(pool: pg.Pool, sent: SentCommands['sent']): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; at: number }>(
    `select id::text as id, (extract(epoch from recorded_at) * 1000)::float8 as at
     from info_sharing.events where id = any($1::uuid[])`,
    [sent.map(([id]) => id)]
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** @throws Error when a copy did not arrive, or arrived twice */
function joined(sent: SentCommands['sent'], received: ReceivedMail, appended: ReadonlyMap<string, number>): Round {
  const arrived = new Map(received)
  if (received.length !== sent.length) throw new Error(`${sent.length} sent, ${received.length} received`)
  const since = (id: string, at: number | undefined) => {
    const arrival = arrived.get(id)
    if (arrival === undefined || at === undefined) throw new Error(`event ${id} did not arrive`)
    return arrival - at
  }
  return {
    appended: sent.map(([id]) => since(id, appended.get(id))),
    sent: sent.map(([id, at]) => since(id, at))
  }
}
