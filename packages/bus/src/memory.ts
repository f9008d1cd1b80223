import type { Bus, BusStream } from './bus.ts'
import { createMemoryRequest, createMemoryServe, type Server } from './memory/requests.ts'
import { createSignal } from './memory/signal.ts'
import { createMemoryStream, type StoredStream } from './memory/stream.ts'

/** Streams, requests and hints in this process, for tests: what a NATS server is to the other implementation. */
export interface MemoryBroker {
  /** Another process's bus on this broker. */
  connect(): Bus
  createStream(name: string): void
  removeStream(name: string): void
  /** Deletes the stream and makes it anew, empty. */
  recreate(name: string): void
  /** Loses everything behind `lastSequence`, as a power failure does. */
  truncate(name: string, lastSequence: number): void
  /** While unreachable every bus answers BusUnavailable, readers wait, hints are lost. */
  setReachable(reachable: boolean): void
}

const OWN_STREAMS = ['INFO_SHARING', 'JOINT_INVESTIGATION', 'NOTIFICATIONS', 'AUDIT', 'CONSOLE', 'MAIL']

/** @param names streams that exist from the start; those of the five services when left out */
export function createMemoryBroker(names: readonly string[] = OWN_STREAMS): MemoryBroker {
  const streams = new Map<string, StoredStream>()
  const servers = new Set<Server>()
  const listeners = new Map<string, Set<() => void>>()
  let reachable = true
  let made = 0

  const known = (name: string): StoredStream => {
    const stream = streams.get(name)
    if (!stream) throw new Error(`the broker has no stream ${name}`)
    return stream
  }
  const createStream = (name: string) => {
    if (streams.has(name)) throw new Error(`the broker has a stream ${name} already`)
    made += 1
    streams.set(name, { messages: [], created: `creation ${made}`, changed: createSignal() })
  }
  for (const name of names) createStream(name)

  const connect = (): Bus => {
    const closing = new AbortController()
    const own = new Map<string, BusStream>()
    const stops = new Set<() => Promise<void>>()
    const heard = new Set<() => void>()
    const view = { find: (name: string) => streams.get(name), reachable: () => reachable, closing: closing.signal }
    return {
      stream(name) {
        const stream = own.get(name) ?? createMemoryStream(view, name)
        own.set(name, stream)
        return stream
      },
      hint(topic) {
        if (!reachable || closing.signal.aborted) return
        for (const listener of listeners.get(topic) ?? []) queueMicrotask(listener)
      },
      onHint(topic, listener) {
        const called = () => {
          if (!heard.has(called)) return
          try {
            listener()
          } catch (error) {
            process.emitWarning(error as Error)
          }
        }
        const all = listeners.get(topic) ?? new Set()
        listeners.set(topic, all.add(called))
        heard.add(called)
        return () => {
          heard.delete(called)
          all.delete(called)
        }
      },
      serve: createMemoryServe(servers, stops),
      request: createMemoryRequest(servers, () => reachable, closing.signal),
      health() {
        if (closing.signal.aborted) return { connected: false, detail: 'closed' }
        return { connected: reachable, detail: reachable ? 'in memory' : 'the broker is unreachable' }
      },
      async close() {
        await Promise.all([...stops].map((stop) => stop()))
        heard.clear()
        closing.abort()
      }
    }
  }

  return {
    connect,
    createStream,
    removeStream(name) {
      const { changed } = known(name)
      streams.delete(name)
      changed.fire()
    },
    recreate(name) {
      const { changed } = known(name)
      streams.delete(name)
      createStream(name)
      changed.fire()
    },
    truncate(name, lastSequence) {
      known(name).messages.length = Math.min(lastSequence, known(name).messages.length)
    },
    setReachable(now) {
      reachable = now
      for (const { changed } of streams.values()) changed.fire()
    }
  }
}
