import { Forbidden, Unauthenticated } from '@wuhu/access'
import { Refusal } from '@wuhu/decider'
import { fieldErrors, type RequestPart } from './field-errors.ts'
import { type Messages, titlesOf } from './messages.ts'
import { Problem, type ProblemBody } from './problem.ts'

/** Media type of RFC 9457, as Fastify would write it. */
export const problemType = 'application/problem+json; charset=utf-8'

export interface ProblemReply {
  readonly body: ProblemBody
  readonly headers: Readonly<Record<string, string>>
  /** Not the caller's doing: to be logged with its text, which the caller does not get. */
  readonly ours: boolean
}

/**
 * Errors of store and bus by name: a process without a database or a message server has neither package.
 * `seconds` is for Retry-After.
 */
const foreign: Record<string, { status: number; code: string; detail: string; seconds?: number }> = {
  Conflict: { status: 409, code: 'stream.conflict', detail: 'another command came first; read again and repeat' },
  VersionMismatch: { status: 412, code: 'version.stale', detail: 'If-Match names another version than the stored one' },
  IdempotencyMismatch: { status: 422, code: 'idempotency.mismatch', detail: 'the key belongs to another request' },
  IdempotencyInFlight: {
    status: 409,
    code: 'idempotency.in-flight',
    detail: 'wait for its answer and repeat',
    seconds: 1
  },
  TokenReplayed: {
    status: 401,
    code: 'token.replayed',
    detail: 'a write without Idempotency-Key needs a token of its own'
  },
  StoreUnavailable: {
    status: 503,
    code: 'store.unavailable',
    detail: 'repeat with the same Idempotency-Key: what was done is not done twice',
    seconds: 2
  },
  BusUnavailable: { status: 503, code: 'bus.unavailable', detail: 'repeat later', seconds: 2 }
}

const noRoute = { status: 404, code: 'route.not-found', detail: 'see /docs for what this service offers' }

/** Refusals of Fastify and of its plugins. */
const framework: Record<string, { status: number; code: string; detail: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.too-large', detail: 'the body exceeds the limit' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'request.media-type', detail: 'send application/json' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'request.malformed',
    detail: 'Content-Length does not match'
  },
  FST_ERR_BAD_URL: { status: 400, code: 'request.malformed', detail: 'the URL is malformed' },
  FST_STATIC_FORBIDDEN_PATH: noRoute,
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: noRoute,
  FST_ERR_MAX_PARAM_LENGTH: { status: 414, code: 'request.url-too-long', detail: 'shorten the URL' }
}

interface Raw {
  readonly name?: string
  readonly code?: string
  readonly message?: string
  readonly validation?: unknown
  readonly validationContext?: RequestPart
}

/** What a caller is told of an error. Every error on every door passes here, and only here. */
export function problemOf(error: unknown, instance: string, messages: Messages): ProblemReply {
  const raw = (typeof error === 'object' && error !== null ? error : {}) as Raw
  const reply = (
    status: number,
    code: string,
    detail: string,
    more: { errors?: ProblemBody['errors']; headers?: Record<string, string>; ours?: boolean } = {}
  ): ProblemReply => ({
    body: {
      type: `urn:wuhu:problem:${code}`,
      ...titlesOf(messages, code, status),
      status,
      detail,
      code,
      instance,
      ...(more.errors && { errors: more.errors })
    },
    headers: more.headers ?? {},
    ours: more.ours ?? false
  })

  if (Array.isArray(raw.validation)) {
    const errors = fieldErrors(raw.validation, raw.validationContext ?? 'body')
    return reply(400, 'request.invalid', 'see errors', { errors })
  }
  if (error instanceof Problem) {
    const { status, code, message, errors, retryAfter } = error
    const headers = retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }
    return reply(status, code, message, { ...(errors && { errors }), ...headers })
  }
  if (error instanceof Refusal) return reply(409, error.code, error.message)
  if (error instanceof Forbidden) return reply(403, error.code, error.message)
  if (error instanceof Unauthenticated) {
    return reply(401, error.code, error.message, { headers: { 'www-authenticate': challenge(error.code) } })
  }
  const known = foreign[raw.name ?? '']
  if (known) {
    const headers = {
      ...(known.seconds !== undefined && { 'retry-after': String(known.seconds) }),
      ...(known.status === 401 && { 'www-authenticate': challenge(known.code) })
    }
    return reply(known.status, known.code, known.detail, { headers, ours: known.status === 503 })
  }
  const refused = framework[raw.code ?? '']
  if (refused) return reply(refused.status, refused.code, refused.detail)
  return reply(500, 'internal', 'the cause is in the log of the service, under the trace id', { ours: true })
}

/** RFC 6750, section 3: no error where no token came. */
const challenge = (code: string) =>
  code === 'token.missing'
    ? 'Bearer realm="wuhu"'
    : `Bearer realm="wuhu", error="invalid_token", error_description="${code}"`
