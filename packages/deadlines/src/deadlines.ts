import { setTimeout as delay } from 'node:timers/promises'
import type { Apply, Store, StoreTables } from '@wuhu/store'
import type { Kysely } from 'kysely'
import type { Resolve } from './about.ts'
import { createApply } from './apply.ts'
import { fire } from './fire.ts'
import { recomputeSome } from './recompute.ts'
import type { DeadlineTables } from './tables.ts'
import { createTimeLimits, installBase } from './time-limits.ts'

interface Log {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
}

export interface DeadlinesOptions<DB> {
  readonly store: Store<DB>
  /** Name of the service that owns the aggregates: rules name it. */
  readonly service: string
  /** RFC 3339: the time by which clocks run. */
  now(): string
  readonly resolve: Resolve<DB>
  readonly log: Log
  /** Deadlines that fire in one transaction at most; default 100. */
  readonly batch?: number
}

/** The clocks of a service: started, ended and moved by events, warned of and breached by themselves. */
export interface Deadlines<DB> {
  /**
   * For a consumer of the service's own stream, and of other streams that start or end its clocks. Where it reads
   * info-sharing's, calendars and rules are taken over too.
   */
  readonly apply: Apply<DB>
  /** Begins to look for what is due, at least twice a second. */
  start(): void
  /** Resolves when what is under way is done. */
  stop(): Promise<void>
  /** Fires all that is due now, and recomputes what is to be. @returns warnings and breaches */
  runDue(): Promise<number>
  /** For /health/ready. */
  readonly checks: readonly { name: string; check(): Promise<{ ok: boolean; detail: string }> }[]
}

/** Milliseconds between looks: at most, at least (what is due meanwhile fires together), and while another process fires. */
const [longest, shortest, behindAnother] = [500, 100, 100]
const silentFor = 10_000

/** @see Deadlines */
export function createDeadlines<DB extends DeadlineTables>(options: DeadlinesOptions<DB>): Deadlines<DB> {
  const { store, service, now, resolve, log, batch: most = 100 } = options
  const timeLimits = createTimeLimits()
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let installed: Promise<void> | undefined
  let batch = most
  let looked = 0
  let failure: string | undefined

  /** Once a process, before anything is computed. */
  const install = () => {
    installed ??= store
      .transaction((tx) => installBase(tx.db as unknown as Kysely<DeadlineTables & StoreTables>))
      .catch((error: unknown) => {
        installed = undefined
        throw error
      })
    return installed
  }
  const applyInstalled = createApply<DB>({ service, timeLimits, resolve, now })
  const apply: Apply<DB> = async (tx, events) => {
    await install()
    await applyInstalled(tx, events)
  }

  /** @returns milliseconds until the next look */
  const look = async (): Promise<number> => {
    await install()
    const instant = now()
    const { rows, next, taken } = await fire({ store, service, timeLimits }, instant, batch)
    const more = await recomputeSome({ store, service, timeLimits }, instant)
    batch = Math.min(most, batch * 2)
    if (taken) return behindAnother
    if (rows >= batch || more) return 0
    const wait = next === undefined ? (rows > 0 ? shortest : longest) : next - Date.parse(now())
    return Math.min(Math.max(wait, shortest), longest)
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let pause: number
      try {
        pause = await look()
        looked = performance.now()
        failure = undefined
      } catch (error) {
        // Perhaps it took too long and was put out of its transaction: next time less at once.
        batch = Math.max(10, batch >> 1)
        pause = longest
        failure = error instanceof Error ? error.name : 'failed'
        log.warn({ service, err: error }, 'deadlines were not looked at, trying again')
      }
      if (pause > 0) await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }

  return {
    apply,
    start() {
      looked = performance.now()
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
    },
    async runDue() {
      await install()
      let events = 0
      for (;;) {
        const fired = await fire({ store, service, timeLimits }, now(), batch)
        events += fired.events
        if (fired.taken) await delay(shortest)
        else if (fired.rows === 0) break
      }
      while (await recomputeSome({ store, service, timeLimits }, now())) {}
      return events
    },
    checks: [
      {
        name: 'deadlines',
        check: async () => {
          const seconds = Math.round((performance.now() - looked) / 1000)
          const ok = performance.now() - looked < silentFor
          return { ok, detail: failure ?? `looked at ${seconds} s ago` }
        }
      }
    ]
  }
}
