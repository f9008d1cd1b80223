import { headers as createHeaders, errors, type Msg, type MsgHdrs } from '@nats-io/nats-core'
import { type Bus, type BusReply, BusUnavailable, NoResponders, RequestTimeout } from '../bus.ts'
import { unavailable } from './api.ts'
import { plainHeaders } from './headers.ts'
import type { Link } from './link.ts'

function wireHeaders(plain: Readonly<Record<string, string>>): MsgHdrs {
  const wire = createHeaders()
  for (const [name, value] of Object.entries(plain)) wire.set(name, value)
  return wire
}

/** A message without headers carries no header block, which older agencies' clients expect. */
function options(plain: Readonly<Record<string, string>> | undefined) {
  return plain && Object.keys(plain).length > 0 ? { headers: wireHeaders(plain) } : {}
}

export function createRequest(link: Link): Bus['request'] {
  return async (subject, body, { headers, timeout = 5000 } = {}) => {
    link.requireConnected()
    const lost = Promise.withResolvers<never>()
    const stop = link.onDisconnect(() => lost.reject(new BusUnavailable(`connection lost while asking ${subject}`)))
    try {
      const answer = link.nc.request(subject, body, { timeout, ...options(headers) })
      const reply = await Promise.race([answer, lost.promise])
      return { headers: plainHeaders(reply), body: reply.data }
    } catch (error) {
      throw requestError(error, subject, timeout)
    } finally {
      stop()
    }
  }
}

function requestError(error: unknown, subject: string, timeout: number): unknown {
  const cause = error instanceof errors.RequestError && error.cause ? error.cause : error
  if (cause instanceof BusUnavailable || cause instanceof errors.InvalidArgumentError) return cause
  if (cause instanceof errors.NoRespondersError) return new NoResponders(subject)
  if (cause instanceof errors.TimeoutError) return new RequestTimeout(subject, timeout)
  return unavailable(cause, `request to ${subject} failed`)
}

export function createServe(link: Link): Bus['serve'] {
  return async (subject, queue, handler) => {
    const running = new Set<Promise<void>>()

    const answer = async (message: Msg) => {
      let reply: BusReply
      try {
        reply = await handler({ subject: message.subject, headers: plainHeaders(message), body: message.data })
      } catch (error) {
        link.logger?.error({ err: error, subject: message.subject }, 'a request handler threw')
        reply = { headers: { Status: '500' }, body: new Uint8Array() }
      }
      try {
        if (message.reply) message.respond(reply.body, options(reply.headers))
      } catch (error) {
        link.logger?.error({ err: error, subject: message.subject }, 'a reply could not be sent')
      }
    }

    let refused: Error | undefined
    const subscription = link.nc.subscribe(subject, {
      queue,
      callback(error, message) {
        if (error) {
          refused = error
          return link.logger?.error({ err: error, subject }, 'requests cannot be received') as undefined
        }
        const job = answer(message).finally(() => running.delete(job))
        running.add(job)
      }
    })
    await settled(link)
    if (refused) throw refused

    return async () => {
      if (!subscription.isClosed()) await subscription.drain()
      await Promise.all(running)
    }
  }
}

/** Until the server has seen everything sent so far; a lost connection sends its subscriptions again by itself. */
async function settled(link: Link): Promise<void> {
  while (!link.closing.aborted) {
    try {
      await link.nc.flush()
      return
    } catch {
      await link.whenConnected(link.closing)
    }
  }
}

export function createHints(link: Link): Pick<Bus, 'hint' | 'onHint'> {
  return {
    hint(topic) {
      if (link.connected()) link.nc.publish(`hint.${topic}`)
    },
    onHint(topic, listener) {
      const subscription = link.nc.subscribe(`hint.${topic}`, {
        callback(error) {
          if (error) return link.logger?.warn({ err: error, topic }, 'hints cannot be received') as undefined
          // What a callback throws would end the client's reading of its socket.
          try {
            listener()
          } catch (thrown) {
            link.logger?.error({ err: thrown, topic }, 'a hint listener threw')
          }
        }
      })
      return () => subscription.unsubscribe()
    }
  }
}
