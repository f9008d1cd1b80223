import type { Msg, MsgHdrs } from '@nats-io/nats-core'
import type { OutMessage } from '../bus.ts'

/** A header value ends at a line break and loses spaces at its ends, so these and `%` are percent-encoded. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
const UNSAFE = /[\u0000-\u001f\u007f%]|^\s|\s$/

export function encodeValue(value: string): string {
  if (!UNSAFE.test(value)) return value
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  return value.replace(/[\u0000-\u001f\u007f%]|^\s+|\s+$/g, encodeURIComponent)
}

/** A value that is not percent-encoded is taken as it is: messages may come from other publishers. */
export function decodeValue(value: string): string {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** What the client needs of headers on the way out: their bytes. Saves building and checking a map per message. */
function encoded(text: string): MsgHdrs {
  const bytes = Buffer.from(text, 'utf8')
  return { encode: () => bytes } as unknown as MsgHdrs
}

/**
 * Headers of one fenced publish. `id` names this message within the publisher's run, and `previous` the message that
 * must stand before it: without that link, a message behind a lost one passes the sequence check when another
 * publisher's message took the lost one's place.
 */
export function publishHeaders(
  stream: string,
  position: number,
  message: OutMessage,
  id: string,
  previous: string | undefined
): MsgHdrs {
  return encoded(
    `NATS/1.0\r\nNats-Expected-Last-Sequence: ${position - 1}\r\nNats-Expected-Stream: ${stream}\r\nNats-Msg-Id: ${id}\r\n` +
      (previous === undefined ? '' : `Nats-Expected-Last-Msg-Id: ${previous}\r\n`) +
      `Event-Id: ${encodeValue(message.id)}\r\nCase-Key: ${encodeValue(message.key)}\r\n` +
      (message.version === undefined ? '\r\n' : `Stream-Version: ${message.version}\r\n\r\n`)
  )
}

/** What the client's message keeps of the header block; not in its types. */
interface RawMessage {
  readonly _rdata?: unknown
  readonly _msg?: { readonly hdr?: unknown }
}

/**
 * `Event-Id` and `Case-Key` of a stored message; empty when a publisher outside this package left them out. Cut from
 * the header block as it came: the client's own parsing into a map takes a third of a reader's time.
 */
export function eventHeaders(message: Msg): { id: string; key: string } {
  const { _rdata, _msg } = message as unknown as RawMessage
  const length = _msg?.hdr
  if (_rdata instanceof Uint8Array && typeof length === 'number') {
    const text = length > 0 ? decoder.decode(_rdata.subarray(0, length)) : ''
    return { id: cut(text, EVENT_ID), key: cut(text, CASE_KEY) }
  }
  const { headers } = message
  return { id: decodeValue(headers?.get('Event-Id') ?? ''), key: decodeValue(headers?.get('Case-Key') ?? '') }
}

const decoder = new TextDecoder()
const EVENT_ID = '\r\nEvent-Id:'
const CASE_KEY = '\r\nCase-Key:'

function cut(block: string, name: string): string {
  const start = block.indexOf(name)
  if (start < 0) return ''
  const from = start + name.length
  return decodeValue(block.slice(from, block.indexOf('\r\n', from)).trim())
}

/** Headers of a request or reply as a plain object; of a repeated header the first value. */
export function plainHeaders(message: Msg): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, values] of message.headers ?? []) plain[name] = values[0] ?? ''
  return plain
}
