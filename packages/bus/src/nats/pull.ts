import { errors, type Msg, nuid } from '@nats-io/nats-core'
import type { InMessage } from '../bus.ts'
import { callApi } from './api.ts'
import { eventHeaders } from './headers.ts'
import type { Link } from './link.ts'

/** Messages of one server-side consumer, in order, from `start` on. */
export interface Pull {
  /** What has arrived, at most `limit`; waits for something. Undefined: this consumer is of no more use. */
  take(limit: number): Promise<readonly InMessage[] | undefined>
  /** Why take() answered undefined. */
  reason(): string
  /** Milliseconds since a message came, while take() waits for one; else 0. */
  starved(): number
  /** Ended because the stream goes on without the message that was due. */
  gap(): boolean
  stop(reason: string): void
}

const PULL_EXPIRES = 30_000
const HEARTBEAT = 2_000
const MAX_BYTES = 32 * 1024 * 1024

/** Creates a consumer that starts at `start`; it asks for nothing before the first take(). @throws as callApi */
export async function createPull(link: Link, stream: string, start: number, window: number): Promise<Pull> {
  const { nc } = link
  const name = `read_${nuid.next()}`
  const inbox = link.inbox()
  const config = {
    name,
    ack_policy: 'none',
    deliver_policy: 'by_start_sequence',
    opt_start_seq: start,
    replay_policy: 'instant',
    mem_storage: true,
    num_replicas: 1,
    inactive_threshold: 300_000_000_000
  }

  let queue: InMessage[] = []
  let bytes = 0
  /** Messages asked for that have not come. */
  let credit = 0
  let next = start
  let heard = performance.now()
  let arrived = heard
  let broken: string | undefined
  let gap = false
  let wake: (() => void) | undefined

  const tell = (what: string, ...rest: [body?: string, options?: { reply: string }]) => {
    try {
      nc.publish(`$JS.API.CONSUMER.${what}.${stream}.${name}`, ...rest)
    } catch (error) {
      // The bus is being closed: the server forgets the consumer by itself.
      if (!(error instanceof errors.DrainingConnectionError)) throw error
    }
  }

  const stop = (reason: string) => {
    if (broken !== undefined) return
    broken = reason
    clearInterval(watchdog)
    offDisconnect()
    subscription.unsubscribe()
    if (link.connected()) tell('DELETE')
    wake?.()
  }

  const ask = () => {
    const room = window - credit - queue.length
    if (room < window / 4 || bytes > MAX_BYTES) return
    if (credit === 0) heard = performance.now()
    credit += room
    const request = { batch: room, max_bytes: MAX_BYTES, expires: PULL_EXPIRES * 1e6, idle_heartbeat: HEARTBEAT * 1e6 }
    tell('MSG.NEXT', JSON.stringify(request), { reply: inbox })
  }

  const onStatus = (message: Msg) => {
    const { code = 0, description = '' } = message.headers ?? {}
    if (code === 100) return
    const unused = message.headers?.get('Nats-Pending-Messages')
    const ended = code === 404 || code === 408 || (code === 409 && /Batch Completed|MaxBytes/i.test(description))
    if (!ended || unused === undefined || unused === '') return stop(`${code} ${description}`)
    credit = Math.max(0, credit - Number(unused))
    ask()
  }

  const subscription = nc.subscribe(inbox, {
    callback(error, message) {
      if (error) return stop(error.message)
      heard = performance.now()
      const { subject } = message
      if (subject === inbox) return onStatus(message)
      credit = Math.max(0, credit - 1)
      arrived = heard
      const sequence = streamSequence(message.reply ?? '')
      if (sequence < next) return
      if (sequence > next) {
        gap = true
        return stop(`sequence ${sequence} came where ${next} was due`)
      }
      next += 1
      const { id, key } = eventHeaders(message)
      const body = message.data
      bytes += body.length
      queue.push({ sequence, subject, id, key, body })
      wake?.()
    }
  })
  const offDisconnect = link.onDisconnect(() => stop('connection lost'))
  const watchdog = setInterval(() => {
    if (credit > 0 && performance.now() - heard > 3 * HEARTBEAT) stop('heartbeats missed')
  }, HEARTBEAT)

  try {
    await callApi(link, `CONSUMER.CREATE.${stream}.${name}`, stream, { stream_name: stream, config, action: 'create' })
  } catch (error) {
    stop((error as Error).message)
    throw error
  }

  return {
    reason: () => broken ?? '',
    gap: () => gap,
    starved: () => (wake ? performance.now() - arrived : 0),
    stop,
    async take(limit) {
      while (broken === undefined) {
        ask()
        if (queue.length > 0) break
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        await promise
        wake = undefined
      }
      if (queue.length === 0) return undefined
      const batch = queue.length <= limit ? queue : queue.slice(0, limit)
      queue = batch === queue ? [] : queue.slice(limit)
      for (const message of batch) bytes -= message.body.length
      return batch
    }
  }
}

/**
 * Fifth token after `$JS` of `$JS.ACK.<stream>.<consumer>.<delivered>.<sequence>.<consumer sequence>.<time>.<pending>`;
 * in the longer form domain and account hash stand before the stream.
 */
function streamSequence(reply: string): number {
  let dots = 0
  for (let at = reply.indexOf('.'); at >= 0; at = reply.indexOf('.', at + 1)) dots += 1
  let skip = dots >= 10 ? 7 : 5
  let start = 0
  while (skip-- > 0) start = reply.indexOf('.', start) + 1
  return Number(reply.slice(start, reply.indexOf('.', start)))
}
