import type { Http } from '../http.ts'
import type { Identity } from '../identity.ts'
import type { NatsLink } from '../nats-link.ts'
import { delayBefore, mayHeal, wait } from '../retry.ts'
import { addressOf, type ServiceUrls } from '../settings.ts'
import type { Incoming, Mail } from './mail.ts'

/** What all ways of reading need of the agency. */
export interface MailSource {
  readonly identity: Identity
  readonly http: Http
  readonly urls: ServiceUrls
  readonly nats: NatsLink
}

export interface ReadOptions {
  readonly after: number
  /** Copies to ask for at a time, at most. */
  readonly ahead: number
  /** Up to here all is handled: what comes again is not needed. */
  saved(): number
  /** Told why, before each new attempt. */
  onTrouble(error: unknown): void
  readonly signal: AbortSignal
}

/**
 * Copies after `after`, each once, in order and without gaps, for ever; what is cut is taken up again behind the last one.
 * Reads no further than it is asked. @throws WuhuProblem when the service refuses; the signal's reason
 */
export type ReadMailbox = (source: MailSource, options: ReadOptions) => AsyncGenerator<Incoming>

/** Tries for ever while it may heal. @throws what will not heal; the signal's reason */
export async function patiently<T>(action: () => Promise<T>, options: ReadOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    options.signal.throwIfAborted()
    try {
      return await action()
    } catch (error) {
      await healing(error, attempt, options)
    }
  }
}

/** Waits before the next attempt. @throws the error when it will not heal; the signal's reason */
export async function healing(error: unknown, attempt: number, { onTrouble, signal }: ReadOptions): Promise<void> {
  signal.throwIfAborted()
  if (!mayHeal(error)) throw error
  onTrouble(error)
  await wait(delayBefore(attempt, error), signal)
}

/** One page of the mailbox: what is there, or what comes within `wait` seconds. @throws as Http.json */
export async function readPage(
  { identity, http, urls }: MailSource,
  { after, limit, wait: seconds, signal }: { after: number; limit: number; wait: number; signal: AbortSignal }
): Promise<readonly Mail[]> {
  const url = addressOf(urls, 'notifications', '/v1/mailbox')
  url.search = new URLSearchParams({
    after: String(after),
    limit: String(Math.min(limit, 500)),
    wait: String(seconds)
  }).toString()
  const headers = { Authorization: `Bearer ${await identity.token()}` }
  const request = { method: 'GET', url, headers, patience: (seconds + 15) * 1000, signal } as const
  return (await http.json<{ items: readonly Mail[] }>(request)).items
}
