/** The stream moved on since it was read. Read and decide again. */
export class Conflict extends Error {
  constructor(streamId: string, expected: number) {
    super(`${streamId} is no longer at version ${expected}`)
    this.name = 'Conflict'
  }
}

/** The caller's If-Match names another version than the stream has. */
export class VersionMismatch extends Error {
  readonly actual: number

  constructor(expected: number, actual: number) {
    super(`expected version ${expected}, is ${actual}`)
    this.name = 'VersionMismatch'
    this.actual = actual
  }
}

/** The Idempotency-Key was used for another request. */
export class IdempotencyMismatch extends Error {
  constructor() {
    super('this Idempotency-Key was used for another request')
    this.name = 'IdempotencyMismatch'
  }
}

/** A request with the same Idempotency-Key has not finished. */
export class IdempotencyInFlight extends Error {
  constructor() {
    super('a request with this Idempotency-Key is being processed')
    this.name = 'IdempotencyInFlight'
  }
}

/** The token made a write before, and this write names no Idempotency-Key. */
export class TokenReplayed extends Error {
  constructor() {
    super('this token was used for a write before; use a new token or send an Idempotency-Key')
    this.name = 'TokenReplayed'
  }
}

/** Postgres cannot be reached or is going down. Nothing is half done; whether a commit under way held is unknown. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the database cannot be reached${isTlsError(cause) ? `: ${cause.message} (${sqlState(cause)})` : ''}`, {
      cause
    })
    this.name = 'StoreUnavailable'
  }
}

/** Another worker took the lease: stop at once. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`lease ${name} was taken over`)
    this.name = 'LeaseLost'
  }
}

/** What an event rests on comes by another stream and is not here yet: nothing is parked, the consumer tries again later. */
export class NotYet extends Error {
  constructor(what: string, cause?: unknown) {
    super(`${what} is not here yet`, { cause })
    this.name = 'NotYet'
  }
}

const sqlState = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The server's certificate is not what we were told to trust, or it speaks no TLS. */
const isTlsError = (error: unknown): error is Error =>
  error instanceof Error &&
  (/^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|ERR_TLS_|ERR_SSL_)/.test(sqlState(error)) ||
    error.message === 'The server does not support SSL connections')

/** Unique violation, serialization failure, deadlock: the same work may succeed when done again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Conflict || ['23505', '40001', '40P01'].includes(sqlState(error))
}

/**
 * The database is away or short of means, and the statement is not to blame: classes 08 (connection), 53
 * (resources), 57P (shutdown), 58 (system), a socket error, or pg's own errors, which carry no code.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable || isTlsError(error)) return true
  const code = sqlState(error)
  if (/^(08|53|58|57P)/.test(code) || code === '25P03' || code === '55P03') return true
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND'].includes(code)) return true
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying|Client was closed|Query read timeout|driver has already been destroyed)/.test(
      error.message
    )
  )
}
