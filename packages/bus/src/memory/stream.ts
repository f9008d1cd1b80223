import { type BusStream, BusUnavailable, type InMessage, PublishStopped, StreamMissing } from '../bus.ts'
import type { Signal } from './signal.ts'

/** What a stream holds; buses of one broker share it. */
export interface StoredStream {
  messages: InMessage[]
  created: string
  readonly changed: Signal
}

/** How one bus sees the streams of its broker. */
export interface MemoryView {
  find(name: string): StoredStream | undefined
  reachable(): boolean
  readonly closing: AbortSignal
}

export function createMemoryStream(view: MemoryView, name: string): BusStream {
  const require = (): StoredStream => {
    if (view.closing.aborted) throw new BusUnavailable('the bus is closed')
    if (!view.reachable()) throw new BusUnavailable('the broker is unreachable')
    const stream = view.find(name)
    if (!stream) throw new StreamMissing(name)
    return stream
  }

  return {
    name,

    async describe() {
      const { messages, created } = require()
      return { lastSequence: messages.length, created }
    },

    async idAt(sequence) {
      return require().messages[sequence - 1]?.id
    },

    async publish(after, messages) {
      if (messages.length === 0) return
      let stream: StoredStream
      try {
        stream = require()
      } catch (error) {
        if (error instanceof StreamMissing) throw new PublishStopped(after + 1, 'no stream takes this subject')
        throw error
      }
      const last = stream.messages.length
      if (last !== after) throw new PublishStopped(after + 1, `wrong last sequence: ${last}`)
      for (const [index, { subject, id, key, body }] of messages.entries()) {
        stream.messages.push({ sequence: after + 1 + index, subject, id, key, body: body.slice() })
      }
      stream.changed.fire()
    },

    async *read({ after, signal, limit = 1000 }) {
      const end = AbortSignal.any([signal, view.closing])
      let next = after + 1
      let opened: StoredStream | undefined
      while (!end.aborted) {
        if (view.reachable()) {
          const stream = require()
          opened ??= stream
          if (stream !== opened) throw new StreamMissing(name)
          const batch = stream.messages.slice(next - 1, next - 1 + limit)
          if (batch.length > 0) {
            next += batch.length
            yield batch
            continue
          }
        }
        const waitOn = view.find(name)?.changed ?? opened?.changed
        if (waitOn) await waitOn.wait(end)
        else throw new StreamMissing(name)
      }
    }
  }
}
