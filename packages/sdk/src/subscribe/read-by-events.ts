import type { IncomingMessage } from 'node:http'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { WuhuUnreachable } from '../problem.ts'
import { delayBefore, wait } from '../retry.ts'
import { addressOf } from '../settings.ts'
import type { Mail } from './mail.ts'
import { healing, type ReadMailbox } from './reader.ts'

/** Longer than three heartbeats: the connection is dead. */
const patience = 50_000

/** Follows the mailbox by server-sent events, and resumes behind the last copy with a new token. */
export const readByEvents: ReadMailbox = async function* (source, options) {
  const { identity, http, urls } = source
  const { signal } = options
  const url = addressOf(urls, 'notifications', '/v1/mailbox/stream')
  let last = options.after
  for (let attempt = 1; ; attempt++) {
    const closing = new AbortController()
    try {
      const headers = { Authorization: `Bearer ${await identity.token()}`, 'Last-Event-ID': String(last) }
      const either = AbortSignal.any([signal, closing.signal])
      const answer = await http.open({ method: 'GET', url, headers, patience, signal: either })
      for await (const { event, data } of eventsIn(answer, url)) {
        attempt = 1
        if (event !== 'mail') continue
        const mail = JSON.parse(data) as Mail
        last = mail.sequence
        yield { mail }
      }
    } catch (error) {
      await healing(error, attempt, options)
      continue
    } finally {
      closing.abort()
    }
    // An orderly end: the token ran out, or the service stops.
    await wait(delayBefore(attempt), signal)
  }
}

async function* eventsIn(answer: IncomingMessage, url: URL): AsyncGenerator<EventSourceMessage> {
  let found: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (event) => void found.push(event) })
  answer.setEncoding('utf8')
  const chunks = answer[Symbol.asyncIterator]() as AsyncIterator<string>
  for (;;) {
    let next: IteratorResult<string>
    try {
      next = await chunks.next()
    } catch (error) {
      throw new WuhuUnreachable(`${url.origin}${url.pathname}`, error)
    }
    if (next.done) return
    parser.feed(next.value)
    yield* found
    found = []
  }
}
