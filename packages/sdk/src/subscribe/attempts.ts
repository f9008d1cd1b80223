import { wait } from '../retry.ts'
import type { Mail } from './mail.ts'

/** What to do with a copy that cannot be handled: go on without it, or end the subscription. */
export type Verdict = 'skip' | 'stop'

/** The handler failed too often with one copy, and the subscription ended before it. */
export class MailDead extends Error {
  readonly mail: Mail

  constructor(mail: Mail, attempts: number, cause: unknown) {
    super(`${mail.event.type} at ${mail.sequence} failed ${attempts} times: ${String(cause)}`, { cause })
    this.name = 'MailDead'
    this.mail = mail
  }
}

export interface AttemptOptions {
  readonly handler: (mail: Mail, context: { signal: AbortSignal; attempt: number }) => Promise<void>
  readonly maxAttempts: number
  readonly onDead: (mail: Mail, error: unknown) => Verdict | Promise<Verdict>
  readonly onTrouble: (error: unknown) => void
  /** Milliseconds before the second attempt; doubled for each further one, up to a minute. */
  readonly firstDelay: number
  readonly signal: AbortSignal
}

const longestDelay = 60_000

/**
 * Calls the handler until it succeeds or has failed `maxAttempts` times.
 * @throws MailDead when nobody decides to skip; the signal's reason
 */
export async function attemptMail(mail: Mail, options: AttemptOptions): Promise<void> {
  const { handler, maxAttempts, onDead, onTrouble, firstDelay, signal } = options
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await handler(mail, { signal, attempt })
    } catch (error) {
      signal.throwIfAborted()
      onTrouble(error)
      if (attempt >= maxAttempts) {
        if ((await onDead(mail, error)) === 'skip') return
        throw new MailDead(mail, attempt, error)
      }
    }
    await wait(Math.min(longestDelay, firstDelay * 2 ** (attempt - 1)), signal)
  }
}
