import { randomBytes } from 'node:crypto'

const shape = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/

/** W3C Trace Context: a new span, in the caller's trace if `parent` is a valid traceparent, else in a new one. */
export function newTraceparent(parent?: string): string {
  const [, traceId = randomBytes(16).toString('hex'), flags = '01'] = shape.exec(parent ?? '') ?? []
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`
}

/** The trace id of a traceparent. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35)

/** Names a request from outside, or makes a name: UUID v7. */
export function correlationIdOf(given: string | undefined): string {
  return given !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : newId()
}

/** UUID v7 (RFC 9562): 48 bits of milliseconds, then random bits. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
