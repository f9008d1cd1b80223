import { type AttemptOptions, attemptMail } from './attempts.ts'
import type { CursorStore } from './cursor-store.ts'
import { createDispatcher, type Dispatcher } from './dispatcher.ts'
import { readByEvents } from './read-by-events.ts'
import { readByNats } from './read-by-nats.ts'
import { readByPull } from './read-by-pull.ts'
import type { MailSource, ReadMailbox } from './reader.ts'

export interface SubscribeOptions {
  /**
   * Called for each copy, at least once, in order within a case. The copy counts as handled when this resolves. `signal`
   * aborts when the subscription stops; `attempt` counts from 1.
   */
  readonly handler: AttemptOptions['handler']
  /** Where it is kept how far this subscription has come. */
  readonly cursor: CursorStore
  /** Sequence of the last copy that is not wanted, where the cursor store is empty; default 0, all of them. */
  readonly from?: number
  /** Default `sse`. All three give the same copies in the same order. */
  readonly transport?: 'nats' | 'sse' | 'pull'
  /** Handlers running side by side for different cases; default 1, which is the mailbox's order. */
  readonly concurrency?: number
  /** Copies taken from the bus and not yet handled, at most; default 100. */
  readonly ahead?: number
  /** Default 5. */
  readonly maxAttempts?: number
  /** Milliseconds before a handler's second attempt, doubled for each further one; default 200. */
  readonly retryDelay?: number
  /** Decides over a copy that failed `maxAttempts` times; default `stop`: nothing is lost behind your back. */
  readonly onDead?: AttemptOptions['onDead']
  /** Told of failed attempts and lost connections, which are repeated: for your log. */
  readonly onTrouble?: (error: unknown) => void
}

export interface Subscription {
  /** Sequence up to which all is handled and saved; undefined until the cursor was loaded. */
  saved(): number | undefined
  /** Takes no more; resolves when running handlers have ended and the cursor stands behind them. */
  stop(): Promise<void>
  /** Resolves after `stop`; rejects with MailDead, or with what makes going on impossible. */
  readonly ended: Promise<void>
}

const readers: Readonly<Record<'nats' | 'sse' | 'pull', ReadMailbox>> = {
  nats: readByNats,
  sse: readByEvents,
  pull: readByPull
}

/** How often the server hears that a copy is still being handled; a third of its patience. */
const holdEvery = 10_000

/** @throws RangeError for bounds below 1 */
export function subscribeWith(source: MailSource, options: SubscribeOptions): Subscription {
  const { cursor, transport = 'sse', concurrency = 1, ahead = 100, maxAttempts = 5 } = options
  const { onTrouble = () => {}, onDead = () => 'stop' as const, retryDelay: firstDelay = 200 } = options
  for (const [name, value] of Object.entries({ concurrency, ahead, maxAttempts })) {
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} is a whole number from 1`)
  }
  const stopping = new AbortController()
  const { signal } = stopping
  let dispatcher: Dispatcher | undefined
  let failure: { readonly error: unknown } | undefined

  const run = async () => {
    const after = (await cursor.load()) ?? options.from ?? 0
    const attempts = { handler: options.handler, maxAttempts, onDead, onTrouble, firstDelay, signal }
    const dispatch = createDispatcher({
      after,
      ahead,
      concurrency,
      work: (mail) => attemptMail(mail, attempts),
      save: (sequence) => cursor.save(sequence),
      onFailure(error) {
        // A handler that ends because the subscription stops is none.
        if (!signal.aborted) failure = { error }
        stopping.abort()
      }
    })
    dispatcher = dispatch
    const timer = setInterval(dispatch.hold, holdEvery)
    try {
      const reading = readers[transport](source, { after, ahead, saved: dispatch.saved, onTrouble, signal })
      for await (const incoming of reading) {
        await dispatch.offer(incoming)
        if (signal.aborted) break
      }
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      clearInterval(timer)
      stopping.abort()
      await dispatch.finish()
    }
    if (failure) throw failure.error
  }

  const ended = run()
  return {
    ended,
    saved: () => dispatcher?.saved(),
    async stop() {
      stopping.abort()
      await ended.catch(() => undefined)
    }
  }
}
