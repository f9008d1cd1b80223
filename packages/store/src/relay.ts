import { setTimeout as delay } from 'node:timers/promises'
import { LeaseLost } from './errors.ts'
import type { Lease } from './lease.ts'
import type { Log } from './log.ts'
import { sweep } from './once.ts'
import { createPositions, type Publication } from './positions.ts'
import { errorLine } from './received.ts'
import type { Store } from './store.ts'
import type { RelayTarget } from './stream.ts'
import { createWorker, type Worker } from './worker.ts'

/** The stream holds what the store does not know: a restored backup, or somebody published from outside. */
export class StreamAhead extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'StreamAhead'
  }
}

export interface RelayStatus {
  /** `active`: this process publishes; `standby`: another does; `stopped`: the stream and the store contradict each other. */
  readonly state: 'active' | 'standby' | 'stopped' | 'failing'
  /** Why it is stopped or failing; one sentence. */
  readonly reason?: string | undefined
  /** Last position known to be in the stream, as this process knows it. */
  readonly published: number
}

export interface Relay extends Worker {
  /** There may be new events: look now. */
  wake(): void
  status(): RelayStatus
  /** Not yet published, asked of Postgres. */
  lag(): Promise<{ events: number; seconds: number }>
}

export interface RelayOptions {
  readonly store: Store<unknown>
  readonly target: RelayTarget
  /** This process, unique among all. */
  readonly holder: string
  readonly log: Log
  /** Events numbered and published together; default 1,000. */
  readonly batch?: number
  /** Milliseconds between looks when nobody wakes it; default 50. */
  readonly poll?: number
  /** Milliseconds between looks whether the stream still is what we published; default 2,000. */
  readonly check?: number
}

/** Batches under way at once: while one is published the next is numbered and read. */
const inFlight = 3
const sweepEvery = 3_600_000

/**
 * Makes the stream an exact image of the store: position = sequence. Every publish is fenced by its place, so a relay
 * that crashes, doubles or wakes late can repeat nothing and reorder nothing. The stream itself tells where to go on.
 */
export function createRelay(options: RelayOptions): Relay {
  const { store, target, log, batch = 1_000, poll = 50, check = 2_000 } = options
  const positions = createPositions(store.pool, store.schema)
  let published = 0
  let state: RelayStatus['state'] = 'standby'
  let reason: string | undefined
  let woken = false
  let interrupt = () => {}
  let swept = 0

  /** Where the stream stands. @throws StreamAhead unless the stream is a prefix of what was numbered */
  const compare = async (lease: Lease, numbered: number): Promise<number> => {
    const { lastSequence } = await target.describe()
    if (lastSequence > numbered) {
      // A successor that took the lease while we slept numbers on: then the stream is right and we are late.
      if ((await leasePosition(store, lease)) === undefined) throw new LeaseLost(lease.name)
      throw new StreamAhead(`stream ${target.name} is at ${lastSequence}, the store at ${numbered}`)
    }
    if (lastSequence > 0) {
      const [theirs, ours] = await Promise.all([target.idAt(lastSequence), positions.at(lastSequence)])
      if (theirs !== ours) throw new StreamAhead(`stream ${target.name} holds another event at ${lastSequence}`)
    }
    return lastSequence
  }

  const work = async (lease: Lease, signal: AbortSignal): Promise<void> => {
    let numbered = lease.position
    published = await compare(lease, numbered)
    state = 'active'
    reason = undefined
    let sent = published
    let checked = Date.now()
    const waiting: Promise<void>[] = []
    let failed: unknown

    const publish = (publications: readonly Publication[]): void => {
      const after = sent
      const last = after + publications.length
      sent = last
      const done = target.publish(after, publications).then(
        () => {
          published = Math.max(published, last)
        },
        (error: unknown) => {
          failed ??= error
        }
      )
      waiting.push(done)
    }

    while (!signal.aborted && failed === undefined) {
      if (waiting.length >= inFlight) await waiting.shift()
      const heal = sent < numbered
      const next = heal ? await positions.read(sent, numbered, batch) : await positions.number(lease, batch)
      if (next.length > 0) {
        if (next[0]?.position !== sent + 1) throw new Error(`position ${sent + 1} is missing in the store`)
        numbered = Math.max(numbered, sent + next.length)
        publish(next)
        if (next.length < batch) await waiting.at(-1)
        continue
      }
      await Promise.all(waiting.splice(0))
      if (failed !== undefined) break
      if (Date.now() - checked > check) {
        checked = Date.now()
        const last = await compare(lease, numbered)
        if (last < published) log.warn({ stream: target.name, last, published }, 'the stream lost its tail: healing')
        published = sent = last
        await tidy()
        continue
      }
      await idle(signal)
    }
    await Promise.all(waiting)
    if (failed !== undefined) throw failed
  }

  const tidy = async (): Promise<void> => {
    if (Date.now() - swept < sweepEvery) return
    swept = Date.now()
    await sweep(store.db, store.schema)
  }

  const idle = async (signal: AbortSignal): Promise<void> => {
    if (!woken) {
      const early = new AbortController()
      interrupt = () => early.abort()
      await delay(poll, undefined, { signal: AbortSignal.any([signal, early.signal]) }).catch(() => undefined)
    }
    woken = false
  }

  const worker = createWorker({
    db: store.db,
    schema: store.schema,
    lease: 'relay',
    holder: options.holder,
    log,
    work,
    onState(held, failure) {
      if (failure === undefined) {
        if (!held) state = 'standby'
        return
      }
      state = failure instanceof StreamAhead ? 'stopped' : 'failing'
      reason = errorLine(failure)
    }
  })

  return {
    ...worker,
    wake() {
      woken = true
      interrupt()
    },
    status: () => ({ state, published, reason: state === 'active' || state === 'standby' ? undefined : reason }),
    lag: () => positions.lag(published)
  }
}

/** The position as it stands now, or undefined when the lease is no longer ours. */
async function leasePosition(store: Store<unknown>, { name, epoch }: Lease): Promise<number | undefined> {
  const row = await store.db
    .selectFrom('leases')
    .select('position')
    .where('name', '=', name)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
  return row && Number(row.position)
}
