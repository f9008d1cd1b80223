import { setTimeout as delay } from 'node:timers/promises'
import { isUnavailable, LeaseLost, NotYet } from './errors.ts'
import { advance, type Lease } from './lease.ts'
import type { Log } from './log.ts'
import { blockedKeys, countParked, listParked, type NewParked, type ParkedEvent, park } from './parked.ts'
import { errorLine, type Received, receive } from './received.ts'
import type { Store } from './store.ts'
import type { ConsumerSource, SourceMessage } from './stream.ts'
import type { StoreTables } from './tables.ts'
import type { Transaction } from './transaction.ts'
import { type Unparked, type UnparkRequest, unpark } from './unpark.ts'
import { createWorker, type Worker } from './worker.ts'

export interface ConsumerStatus {
  readonly name: string
  readonly stream: string
  readonly state: 'active' | 'standby' | 'failing'
  readonly reason?: string | undefined
  /** Last applied sequence, as this process knows it. */
  readonly cursor: number
  /** Last sequence of the stream at the last look. */
  readonly lastSequence: number
}

export type Apply<DB> = (tx: Transaction<DB & StoreTables>, events: readonly Received[]) => Promise<void>

export interface Consumer extends Worker {
  /** Durable name, and the name of the lease behind `consume/`. */
  readonly name: string
  status(): ConsumerStatus
  /** Parked events in order of their sequence, at most `limit` (default 100) after sequence `after`. */
  parked(page?: { after?: number; limit?: number }): Promise<ParkedEvent[]>
  /** How many events are parked, and how many cases stand still because of it. */
  countParked(): Promise<{ parked: number; blocked: number }>
  /** @see unpark */
  unpark(request: UnparkRequest): Promise<Unparked | undefined>
}

export interface ConsumerOptions<DB> {
  readonly store: Store<DB>
  /** Durable: another name reads everything again. */
  readonly name: string
  readonly source: ConsumerSource
  /**
   * Applies events, in order, inside the transaction that moves the cursor. When it throws, they are tried one by one
   * and the one that fails is parked; so it must have no effects but those on the transaction. `NotYet` parks nothing:
   * all from there on waits and is tried again.
   */
  readonly apply: Apply<DB>
  readonly holder: string
  readonly log: Log
  /** Events applied in one transaction at most; default 500. */
  readonly batch?: number
  /** Milliseconds between looks whether the stream still is the one we read; default 2,000. */
  readonly check?: number
}

/**
 * Reads a stream from its cursor on and applies every event once. The cursor moves in the transaction that has the
 * effects; sequences at or before it are skipped, a gap begins the reading anew. Order holds per case; an event that
 * cannot be applied is parked, its case waits, everything else goes on.
 */
export function createConsumer<DB = unknown>(options: ConsumerOptions<DB>): Consumer {
  const { store, name, source, apply, log, batch = 500, check = 2_000 } = options
  const leases = store.db as unknown as Store<unknown>['db']
  let status: ConsumerStatus = { name, stream: source.name, state: 'standby', cursor: 0, lastSequence: 0 }

  /** One transaction: cursor, effects, and what must wait behind a parked event of its case. */
  const applyBatch = async (lease: Lease, from: number, to: number, received: readonly Received[], bad: NewParked[]) =>
    store.transaction(async (tx) => {
      const db = tx.db as unknown as Store<unknown>['db']
      await advance(db, store.schema, lease, from, to)
      const blocked = await blockedKeys(db, store.schema, name)
      const waiting: NewParked[] = []
      for (const { keys } of bad) for (const key of keys) blocked.add(key)
      const free = received.filter((one) => {
        if (!one.keys.some((key) => blocked.has(key))) return true
        for (const key of one.keys) blocked.add(key)
        waiting.push({ ...one, consumer: name, error: 'waits behind a parked event of its case', behind: true })
        return false
      })
      if (free.length > 0) await apply(tx, free)
      await park(db, [...bad, ...waiting])
    })

  /** Applies what arrived; @returns the new cursor */
  const take = async (lease: Lease, cursor: number, messages: readonly SourceMessage[]): Promise<number> => {
    const fresh = messages.filter(({ sequence }) => sequence > cursor)
    if (fresh.length === 0) return cursor
    if (fresh[0]?.sequence !== cursor + 1)
      throw new Error(`${source.name}: expected ${cursor + 1}, got ${fresh[0]?.sequence}`)
    const to = cursor + fresh.length
    const results = fresh.map((message) => receive(source.name, message))
    const received = results.filter((one) => 'event' in one)
    if (received.length === results.length) {
      try {
        await applyBatch(lease, cursor, to, received, [])
        return to
      } catch (error) {
        if (isForLater(error)) throw error
        log.warn({ consumer: name, stream: source.name, from: cursor + 1, to, err: error }, 'batch failed, one by one')
      }
    }
    let at = cursor
    for (const one of results) {
      await takeOne(lease, at, one)
      at += 1
    }
    return to
  }

  const takeOne = async (lease: Lease, at: number, one: ReturnType<typeof receive>): Promise<void> => {
    const parkIt = (error: string, keys: readonly string[], event?: Received['event']) => {
      log.error(
        { consumer: name, stream: source.name, sequence: at + 1, type: event?.type, reason: error },
        'event parked'
      )
      const { body } = one
      return { consumer: name, stream: source.name, sequence: at + 1, keys, event, error, behind: false, body }
    }
    if (!('event' in one)) return applyBatch(lease, at, at + 1, [], [parkIt(one.error, one.keys)])
    try {
      await applyBatch(lease, at, at + 1, [one], [])
    } catch (error) {
      if (isForLater(error)) throw error
      await applyBatch(lease, at, at + 1, [], [parkIt(errorLine(error), one.keys, one.event)])
    }
  }

  const work = async (lease: Lease, signal: AbortSignal): Promise<void> => {
    let cursor = lease.position
    const ended = new AbortController()
    const both = AbortSignal.any([signal, ended.signal])
    let broken: unknown
    /** Finds what no message tells: a stream made anew, a subscription that died, our own lag. */
    const watch = async (): Promise<void> => {
      const { created } = await source.describe()
      let stalled = 0
      while (!both.aborted) {
        const before = cursor
        await delay(check, undefined, { signal: both }).catch(() => undefined)
        if (both.aborted) return
        const now = await source.describe()
        status = { ...status, lastSequence: now.lastSequence }
        if (now.created !== created) throw new Error(`stream ${source.name} was made anew`)
        stalled = now.lastSequence > cursor && cursor === before ? stalled + 1 : 0
        if (stalled > 2)
          throw new Error(`stream ${source.name} has ${now.lastSequence}, nothing arrives after ${cursor}`)
      }
    }
    const watching = watch().catch((error: unknown) => {
      broken = error
      ended.abort()
    })
    try {
      const { lastSequence } = await source.describe()
      status = { name, stream: source.name, state: 'active', cursor, lastSequence }
      for await (const messages of source.read({ after: cursor, signal: both, limit: batch })) {
        cursor = await take(lease, cursor, messages)
        status = { ...status, cursor, lastSequence: Math.max(cursor, status.lastSequence) }
      }
    } finally {
      ended.abort()
      await watching
    }
    if (broken !== undefined && !signal.aborted) throw broken
  }

  const worker = createWorker({
    db: leases,
    schema: store.schema,
    lease: leaseOf(name),
    holder: options.holder,
    log,
    work,
    onState(held, failure) {
      if (failure !== undefined) {
        status = { ...status, state: 'failing', reason: errorLine(failure) }
      } else if (!held) status = { ...status, state: 'standby', reason: undefined }
    }
  })

  return {
    ...worker,
    name,
    status: () => status,
    parked: (page) => listParked(leases, name, page),
    countParked: () => countParked(leases, store.schema, name),
    unpark: (request) => unpark({ store, name, lease: leaseOf(name), apply }, request)
  }
}

/** The lease, and so the cursor, of a consumer. */
const leaseOf = (consumer: string): string => `consume/${consumer}`

/** No fault of the event's: whoever holds the lease then tries again. */
const isForLater = (error: unknown): boolean =>
  isUnavailable(error) || error instanceof LeaseLost || error instanceof NotYet
