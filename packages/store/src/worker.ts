import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { isUnavailable, LeaseLost, NotYet } from './errors.ts'
import { acquireLease, type Lease, leaseSeconds, releaseLease, renewLease } from './lease.ts'
import type { Log } from './log.ts'
import type { StoreTables } from './tables.ts'

export interface Worker {
  start(): void
  /** Resolves when the work under way is done and the lease is free. */
  stop(): Promise<void>
}

export interface WorkerOptions {
  readonly db: Kysely<StoreTables>
  readonly schema: string
  /** Name of the lease: data, never renamed. */
  readonly lease: string
  readonly holder: string
  readonly log: Log
  /** Works until `signal` aborts. An error is logged, and the work begins anew after a pause. */
  readonly work: (lease: Lease, signal: AbortSignal) => Promise<void>
  /** Told of every failure and, with undefined, of every new start of the work. */
  readonly onState: (held: boolean, failure?: unknown) => void
}

/** Milliseconds between attempts to take a lease that another worker holds. */
const standbyPause = 500

/** Does work under a lease: one worker at a time in all processes; a standby takes over when the lease runs out. */
export function createWorker({ db, schema, lease: name, holder, log, work, onState }: WorkerOptions): Worker {
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  const hold = async (lease: Lease): Promise<void> => {
    const lost = new AbortController()
    const signal = AbortSignal.any([stopping.signal, lost.signal])
    let renewing: Promise<void> | undefined
    const timer = setInterval(
      () => {
        renewing ??= renewLease(db, schema, lease)
          .catch((error: unknown) => {
            if (error instanceof LeaseLost) lost.abort(error)
            else log.warn({ lease: name, err: error }, 'lease not renewed')
          })
          .finally(() => {
            renewing = undefined
          })
      },
      (leaseSeconds * 1000) / 3
    )
    try {
      onState(true)
      await work(lease, signal)
    } finally {
      clearInterval(timer)
      await renewing
    }
  }

  const run = async (): Promise<void> => {
    let pause = 0
    while (!stopping.signal.aborted) {
      let lease: Lease | undefined
      try {
        lease = await acquireLease(db, schema, name, holder)
        if (lease) {
          await hold(lease)
          pause = 0
        } else {
          onState(false)
          pause = standbyPause
        }
      } catch (error) {
        pause = Math.min(Math.max(50, pause * 2), 2_000)
        onState(lease !== undefined, error)
        const passing = error instanceof LeaseLost || error instanceof NotYet || isUnavailable(error)
        const level = passing ? 'info' : 'warn'
        log[level]({ lease: name, err: error }, 'work interrupted, beginning anew')
      }
      if (lease)
        await releaseLease(db, schema, lease).catch((err: unknown) => log.info({ lease: name, err }, 'not released'))
      if (pause > 0) await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
    onState(false)
  }

  return {
    start() {
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
    }
  }
}
