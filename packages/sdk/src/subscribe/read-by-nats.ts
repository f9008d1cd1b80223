import { type Consumer, type ConsumerMessages, type JsMsg, jetstream } from '@nats-io/jetstream'
import { errors } from '@nats-io/transport-node'
import type { NatsSession } from '../nats-link.ts'
import { WuhuUnreachable } from '../problem.ts'
import type { Incoming, Mail } from './mail.ts'
import { healing, type MailSource, type ReadMailbox, type ReadOptions, readPage } from './reader.ts'

/** Milliseconds of silence after which the mailbox itself is looked at. */
const silence = 3_000

/** Milliseconds that a request for copies lives at the server: one that a stopped reader left swallows them until then. */
const requestLife = 5_000

/**
 * Reads the agency's durable consumer on `MAIL`. A copy's place in the mailbox is its header `Stream-Version`; what the
 * consumer does not hand over at its place (redelivered late after a crash, acknowledged before a cursor was lost) is
 * read from the mailbox itself, so that order and completeness do not hang on acknowledgements.
 */
export const readByNats: ReadMailbox = async function* (source, options) {
  let last = options.after
  for (let attempt = 1; ; attempt++) {
    let messages: ConsumerMessages | undefined
    const stop = () => messages?.stop()
    options.signal.addEventListener('abort', stop)
    try {
      messages = await consume(await source.nats.session(), options.ahead)
      for await (const message of orSilence(messages, options.signal)) {
        attempt = 1
        const sequence = message ? placeOf(message) : Number.POSITIVE_INFINITY
        if (message && sequence <= last) {
          // Held by the handler, it is acknowledged when that has ended.
          if (sequence <= options.saved()) message.ack()
          continue
        }
        for await (const mail of missing(source, options, last, sequence)) {
          last = mail.sequence
          yield { mail }
        }
        if (!message) continue
        last = sequence
        yield incoming(message, sequence)
      }
      throw new WuhuUnreachable('NATS MAIL', 'the consumer ended')
    } catch (error) {
      await healing(error, attempt, options)
    } finally {
      options.signal.removeEventListener('abort', stop)
      stop()
    }
  }
}

async function consume({ connection, apiPrefix, durable }: NatsSession, ahead: number): Promise<ConsumerMessages> {
  try {
    const consumer: Consumer = await jetstream(connection, { apiPrefix }).consumers.get('MAIL', durable)
    return await consumer.consume({ max_messages: Math.max(2, ahead), expires: requestLife })
  } catch (error) {
    throw new WuhuUnreachable('NATS MAIL', error)
  }
}

/** The messages, and undefined whenever none came for a while. */
async function* orSilence(messages: ConsumerMessages, signal: AbortSignal): AsyncGenerator<JsMsg | undefined> {
  const iterator = messages[Symbol.asyncIterator]()
  let next: Promise<IteratorResult<JsMsg>> | undefined
  try {
    for (;;) {
      next ??= iterator.next()
      let timer: NodeJS.Timeout | undefined
      const quiet = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), silence)
      })
      const found = await Promise.race([next, quiet]).finally(() => clearTimeout(timer))
      signal.throwIfAborted()
      if (found?.done) return
      if (found) next = undefined
      yield found?.value
    }
  } finally {
    // What has come and was not taken is given back, instead of being missed until the server's patience is over.
    messages.stop()
    for (let rest = await (next ?? iterator.next()); !rest.done; rest = await iterator.next()) {
      const { value } = rest
      quietly(() => value.nak())
    }
  }
}

/** @throws Error for a message that has no place */
function placeOf(message: JsMsg): number {
  const sequence = Number(message.headers?.get('Stream-Version') || Number.NaN)
  if (!Number.isSafeInteger(sequence)) throw new Error('a message on MAIL has no Stream-Version')
  return sequence
}

/** Copies after `after` and before `end`, from the mailbox itself. */
async function* missing(source: MailSource, options: ReadOptions, after: number, end: number): AsyncGenerator<Mail> {
  for (let last = after; last + 1 < end; ) {
    const page = await readPage(source, { after: last, limit: options.ahead, wait: 0, signal: options.signal })
    for (const mail of page) {
      if (mail.sequence >= end) return
      last = mail.sequence
      yield mail
    }
    if (page.length === 0) return
  }
}

const incoming = (message: JsMsg, sequence: number): Incoming => ({
  mail: { sequence, event: message.json() },
  settle: () => quietly(() => message.ack()),
  hold: () => quietly(() => message.working()),
  release: () => quietly(() => message.nak())
})

/** On a connection that has been closed for good nothing can be said; the server delivers again, and that is answered. */
function quietly(say: () => void): void {
  try {
    say()
  } catch (error) {
    if (!(error instanceof errors.ClosedConnectionError)) throw error
  }
}
