import { randomBytes } from 'node:crypto'
import type { Msg } from '@nats-io/nats-core'
import { BusUnavailable, type OutMessage, PublishStopped } from '../bus.ts'
import type { ApiFailure } from './api.ts'
import { publishHeaders } from './headers.ts'
import type { Link } from './link.ts'

/** One call of publish(): its messages stand at first, first + 1, ... */
interface Call {
  readonly first: number
  count: number
  acknowledged: number
  /** A message the client itself would not send: reported when those before it are acknowledged. */
  refused: PublishStopped | undefined
  settle(error?: Error): void
}

/** Why the server did not take the message at `position`; undefined when it did. */
function refusalIn(message: Msg, shape: string, position: number): string | undefined {
  const text = message.string()
  if (text === `${shape}${position}}`) return undefined
  if (text === '') return message.headers?.code === 503 ? 'no stream takes this subject' : 'empty acknowledgement'
  let answer: { error?: ApiFailure; seq?: number }
  try {
    answer = JSON.parse(text)
  } catch {
    return `unreadable acknowledgement: ${text.slice(0, 100)}`
  }
  if (answer.error) return `${answer.error.description} (${answer.error.err_code})`
  return answer.seq === position ? undefined : `stored at ${answer.seq}`
}

/**
 * Fenced, pipelined publishing to one stream. All acknowledgements come to one subscription, whose reply subject
 * carries call and position: a promise per message, as the client's own publish has, is four times slower.
 */
export function createPublisher(link: Link, stream: string, settings: { acknowledgeWithin: number }) {
  const { nc } = link
  const inbox = link.inbox()
  const calls = new Map<string, Call>()
  const run = randomBytes(6).toString('base64url')
  const shape = `{"stream":"${stream}","seq":`
  let counter = 0
  let listening = false
  /** Where the newest call ends, while all calls before it may still succeed. */
  let tail: number | undefined
  /** Part of the message ids: changes when a call does not continue the one before it. */
  let epoch = ''

  const failAll = (error: Error) => {
    tail = undefined
    for (const call of [...calls.values()]) call.settle(error)
  }

  const onAcknowledgement = (error: Error | null, message: Msg) => {
    if (error) {
      listening = false
      return failAll(new BusUnavailable(`acknowledgements cannot be received: ${error.message}`))
    }
    const { subject } = message
    const dot = subject.lastIndexOf('.')
    const call = calls.get(subject.slice(inbox.length + 1, dot))
    if (!call) return
    const position = Number(subject.slice(dot + 1))
    const refusal = refusalIn(message, shape, position)
    if (refusal !== undefined) {
      tail = undefined
      return call.settle(new PublishStopped(position, refusal))
    }
    call.acknowledged += 1
    if (call.acknowledged === call.count) call.settle(call.refused)
  }

  const listen = () => {
    nc.subscribe(`${inbox}.*.*`, { callback: onAcknowledgement })
    link.onDisconnect(() => failAll(new BusUnavailable('connection lost before all messages were acknowledged')))
    listening = true
  }

  return function publish(after: number, messages: readonly OutMessage[]): Promise<void> {
    if (messages.length === 0) return Promise.resolve()
    try {
      link.requireConnected()
    } catch (error) {
      return Promise.reject(error)
    }
    if (!listening) listen()
    const name = (counter++).toString(36)
    const continued = tail === after && calls.size > 0
    if (!continued) epoch = name
    const prefix = `${run}${epoch}`
    return new Promise((resolve, reject) => {
      const call: Call = {
        first: after + 1,
        count: messages.length,
        acknowledged: 0,
        refused: undefined,
        settle(error) {
          clearTimeout(timer)
          calls.delete(name)
          if (error) reject(error)
          else resolve()
        }
      }
      let seen = 0
      const timer = setTimeout(() => {
        if (call.acknowledged > seen) {
          seen = call.acknowledged
          timer.refresh()
          return
        }
        failAll(new BusUnavailable(`no acknowledgement from ${stream} within ${settings.acknowledgeWithin} ms`))
      }, settings.acknowledgeWithin)
      calls.set(name, call)
      tail = after + messages.length
      for (let index = 0; index < messages.length; index++) {
        const message = messages[index] as OutMessage
        const position = after + 1 + index
        const previous = index > 0 || continued ? `${prefix}.${position - 1}` : undefined
        try {
          const headers = publishHeaders(stream, position, message, `${prefix}.${position}`, previous)
          nc.publish(message.subject, message.body, { reply: `${inbox}.${name}.${position}`, headers })
        } catch (error) {
          tail = undefined
          call.count = index
          call.refused = new PublishStopped(position, (error as Error).message)
          if (call.acknowledged === index) call.settle(call.refused)
          break
        }
      }
    })
  }
}
