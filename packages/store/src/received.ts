import { type Envelope, parseEnvelope } from '@wuhu/contracts'
import { keysOf } from './parked.ts'
import type { SourceMessage } from './stream.ts'

/** An event as a consumer gets it. */
export interface Received {
  readonly event: Envelope
  readonly stream: string
  readonly sequence: number
  /** The exact bytes. */
  readonly body: Uint8Array
  /** What it is ordered by. */
  readonly keys: readonly string[]
}

/** A message that is no event we know: parked, with what can still be read of its keys. */
interface Unreadable {
  readonly error: string
  readonly keys: readonly string[]
  readonly body: Uint8Array
}

/** Reads a message strictly; unknown types and versions, and broken bytes, come back as unreadable. */
export function receive(stream: string, { sequence, body }: SourceMessage): Received | Unreadable {
  try {
    const event = parseEnvelope(body)
    return { event, stream, sequence, body, keys: keysOf(event) }
  } catch (error) {
    return { error: errorLine(error), keys: keysOfUnreadable(stream, sequence, body), body }
  }
}

/** One line for the operator, bounded. */
export function errorLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replace(/\s+/g, ' ').slice(0, 500)
}

function keysOfUnreadable(stream: string, sequence: number, body: Uint8Array): string[] {
  try {
    const { subject, casenumber } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>
    if (typeof subject === 'string') {
      return keysOf({ subject, ...(typeof casenumber === 'string' && { casenumber }) })
    }
  } catch {
    // Not JSON: it names no case, so it can block none.
  }
  return [`${stream}/${sequence}`]
}
