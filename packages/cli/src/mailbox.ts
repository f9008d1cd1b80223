import { setTimeout as pause } from 'node:timers/promises'
import { asFailure, type Failure } from './failure.ts'
import { readServerSentEvents } from './server-sent-events.ts'
import type { ServiceClient } from './service-client.ts'

/** A copy in a mailbox; `line` is it as JSON without line breaks: `{"sequence":1,"event":{...}}`. */
export interface Mail {
  readonly sequence: number
  readonly line: string
}

/** Copies after a sequence that are there now. @throws Failure */
export async function* readMailbox(client: ServiceClient, after: number): AsyncGenerator<Mail> {
  for (let last = after; ; ) {
    const query = { after: last, limit: 500 }
    const { items } = await client.get<{ items: { sequence: number; event: unknown }[] }>('/v1/mailbox', { query })
    for (const item of items) yield { sequence: item.sequence, line: JSON.stringify(item) }
    const end = items.at(-1)
    if (!end) return
    last = end.sequence
  }
}

/** Longer than three heartbeats of the default setting: the connection is dead. */
const patience = 50_000
const longestPause = 5_000

/**
 * Copies after a sequence, those that are there and those to come, each once and in order. A connection that is cut, or
 * whose token runs out, is opened again behind the last copy, with a new token.
 * @param onCut is told why, before each new attempt
 * @throws Failure when the first connection fails, and later when the service refuses us
 */
export async function* followMailbox(
  client: ServiceClient,
  after: number,
  onCut: (cause: Failure) => void
): AsyncGenerator<Mail> {
  let last = after
  let connected = false
  for (let wait = 250; ; wait = Math.min(wait * 2, longestPause)) {
    const closing = new AbortController()
    try {
      const headers = { 'last-event-id': String(last) }
      const answer = await client.open('/v1/mailbox/stream', { headers, patience, signal: closing.signal })
      connected = true
      answer.setEncoding('utf8')
      for await (const { event, id, data } of readServerSentEvents(answer)) {
        wait = 250
        const sequence = Number(id)
        if (event !== 'mail' || !(sequence > last)) continue
        last = sequence
        yield { sequence, line: data }
      }
      // An orderly end, when the token runs out or the service stops, needs no remark.
    } catch (error) {
      const cause = asFailure(error)
      if (!connected || !mayHeal(cause)) throw cause
      onCut(cause)
    } finally {
      closing.abort()
    }
    await pause(wait)
  }
}

/** Errors of the connection and of a service that starts or stops; not a refusal. */
const mayHeal = ({ problem: { status = 503 } }: Failure): boolean => status >= 500 || status === 429
