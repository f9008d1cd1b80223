import { type Incoming, type Mail, orderKey } from './mail.ts'

export interface DispatcherOptions {
  /** Sequence of the last copy that was handled before. */
  readonly after: number
  /** Copies between the last one saved and the last one taken, at most. */
  readonly ahead: number
  /** Handlers running side by side, never two of one case. */
  readonly concurrency: number
  /** Resolves when the copy is done with; rejects when nothing may go on. */
  work(mail: Mail): Promise<void>
  save(sequence: number): Promise<void>
  onFailure(error: unknown): void
}

/** Runs handlers over copies that come in the mailbox's order, and moves the cursor behind them. */
export interface Dispatcher {
  /** Takes the next copy; resolves when there is room for one more, or nothing may go on. */
  offer(incoming: Incoming): Promise<void>
  /** All up to here is handled and saved. */
  saved(): number
  /** Tells the transport that what is held here is not forgotten. */
  hold(): void
  /** Starts nothing more; resolves when running handlers have ended and the cursor stands behind them. */
  finish(): Promise<void>
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { ahead, concurrency, work, save, onFailure } = options
  let pending: Incoming[] = []
  const busy = new Set<string>()
  const running = new Set<Promise<void>>()
  /** Handled, but one before it is not. */
  const done = new Set<number>()
  let unsettled: Incoming[] = []
  let taken = options.after
  let low = options.after
  let saved = options.after
  let saving: Promise<void> | undefined
  let ended = false
  let room: (() => void) | undefined

  const fail = (error: unknown) => {
    if (!ended) onFailure(error)
    ended = true
    pending = []
    room?.()
  }

  const saveAll = async () => {
    while (saved < low) {
      const target = low
      await save(target)
      saved = target
      for (const { mail, settle } of unsettled) if (mail.sequence <= target) settle?.()
      unsettled = unsettled.filter(({ mail }) => mail.sequence > target)
      room?.()
    }
  }

  const run = async (mail: Mail, key: string) => {
    try {
      await work(mail)
      done.add(mail.sequence)
      while (done.delete(low + 1)) low += 1
      saving ??= saveAll().finally(() => {
        saving = undefined
      })
      saving.catch(fail)
    } catch (error) {
      fail(error)
    } finally {
      busy.delete(key)
    }
  }

  // The first in order of the mailbox whose case is free: alone, that is the mailbox's order.
  const start = () => {
    while (!ended && running.size < concurrency) {
      const index = pending.findIndex(({ mail }) => !busy.has(orderKey(mail)))
      const [next] = index < 0 ? [] : pending.splice(index, 1)
      if (!next) return
      const key = orderKey(next.mail)
      busy.add(key)
      const one = run(next.mail, key).finally(() => {
        running.delete(one)
        start()
      })
      running.add(one)
    }
  }

  return {
    saved: () => saved,
    hold: () => {
      for (const { hold } of unsettled) hold?.()
    },
    async offer(incoming) {
      const { sequence } = incoming.mail
      if (sequence !== taken + 1) throw new Error(`mailbox sequence ${sequence} came where ${taken + 1} was due`)
      taken = sequence
      pending.push(incoming)
      unsettled.push(incoming)
      start()
      while (!ended && taken - saved >= ahead) {
        const { promise, resolve } = Promise.withResolvers<void>()
        room = resolve
        await promise
      }
    },
    async finish() {
      ended = true
      pending = []
      room?.()
      await Promise.all(running)
      await saving?.catch(() => undefined)
      for (const { release } of unsettled) release?.()
    }
  }
}
