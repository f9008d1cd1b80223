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

/**
 * One bounded line for the operator, who may not see data: what Postgres and JSON.parse say quotes it, so of their
 * errors only the kind is told.
 */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return 'failed without an error'
  if (error instanceof SyntaxError) return 'not JSON'
  const { code, severity, table, constraint } = error as Error & Record<string, unknown>
  if (severity !== undefined) {
    return ['database error', code, table, constraint].filter((part) => part !== undefined).join(' ')
  }
  return `${error.name}: ${error.message}`.replace(/\s+/g, ' ').slice(0, 500)
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
