import { createInbox, type NatsConnection } from '@nats-io/nats-core'
import { BusUnavailable } from '../bus.ts'

/** Where the bus tells what happened to its connection; pino fits. */
export interface BusLogger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** One connection and its state, as the rest of the package needs it. */
export interface Link {
  readonly nc: NatsConnection
  readonly logger: BusLogger | undefined
  /** Aborted when the bus is being closed. */
  readonly closing: AbortSignal
  /** A subject of our own for answers, never used before. */
  inbox(): string
  connected(): boolean
  detail(): string
  /** Calls back at each loss of the connection. @returns a function that stops it */
  onDisconnect(listener: () => void): () => void
  /** Resolves when connected, or when `signal` aborts. */
  whenConnected(signal: AbortSignal): Promise<void>
  /** @throws BusUnavailable */
  requireConnected(): void
  close(): Promise<void>
}

/** Milliseconds that an orderly end may take; a server that hangs would hold it up for longer. */
export const CLOSE_BOUND = 3000

/** @throws Error when `work` takes longer */
export async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`not done within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

export interface LinkOptions {
  /** Looks at the server after each reconnect: a sentence when it will not do. */
  judge(): string | undefined
  readonly logger?: BusLogger | undefined
  /** What the server lets us listen on; default `_INBOX`. */
  readonly inboxPrefix?: string | undefined
}

/** Watches the status of `nc`. */
export function createLink(nc: NatsConnection, { judge, logger, inboxPrefix }: LinkOptions): Link {
  const closing = new AbortController()
  const lost = new Set<() => void>()
  const waiting = new Set<() => void>()
  let connected = true
  let detail = `connected to ${nc.getServer()}`

  const watch = async () => {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect') {
        connected = false
        detail = `not connected: ${status.server} went away, reconnecting`
        if (!closing.signal.aborted) logger?.warn({ server: status.server }, 'NATS disconnected')
        for (const listener of [...lost]) listener()
      } else if (status.type === 'reconnect') {
        const refusal = judge()
        connected = refusal === undefined
        detail = refusal ?? `connected to ${nc.getServer()}`
        if (refusal === undefined) logger?.info({ server: nc.getServer() }, 'NATS reconnected')
        else logger?.error({ server: nc.getServer() }, refusal)
        if (connected) for (const resume of [...waiting]) resume()
      } else if (status.type === 'error') {
        logger?.warn({ reason: status.error.message }, 'NATS reported an error')
      }
    }
  }
  const watching = watch()

  return {
    nc,
    logger,
    closing: closing.signal,
    inbox: () => createInbox(inboxPrefix),
    connected: () => connected && !nc.isClosed(),
    detail: () => (nc.isClosed() ? 'closed' : detail),
    onDisconnect(listener) {
      lost.add(listener)
      return () => lost.delete(listener)
    },
    whenConnected(signal) {
      if (connected || signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const resume = () => {
          waiting.delete(resume)
          signal.removeEventListener('abort', resume)
          resolve()
        }
        waiting.add(resume)
        signal.addEventListener('abort', resume)
      })
    },
    requireConnected() {
      if (nc.isClosed()) throw new BusUnavailable('the bus is closed')
      if (!connected) throw new BusUnavailable(detail)
    },
    async close() {
      closing.abort()
      if (connected) await within(CLOSE_BOUND, nc.drain()).catch(() => undefined)
      await nc.close()
      connected = false
      for (const listener of [...lost]) listener()
      await watching
    }
  }
}
