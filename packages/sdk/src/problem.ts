/** One field of a request that is wrong. `path` is a JSON pointer (RFC 6901) into `in`. */
export interface FieldError {
  readonly in: 'body' | 'path' | 'query' | 'header'
  readonly path: string
  readonly message: string
  readonly message_en: string
}

/** A service refused: its problem+json (RFC 9457). `code` is stable; `message` is `code: detail`. */
export class WuhuProblem extends Error {
  readonly status: number
  readonly code: string
  /** Chinese. */
  readonly title: string
  readonly titleEn: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  /** Seconds to wait before repeating, when the service said so. */
  readonly retryAfter: number | undefined

  constructor(status: number, body: Readonly<Record<string, unknown>>, retryAfter?: number) {
    const text = (name: string, otherwise: string) => (typeof body[name] === 'string' ? body[name] : otherwise)
    const code = text('code', `http.${status}`)
    const detail = text('detail', `the service answered ${status}`)
    super(`${code}: ${detail}`)
    this.name = 'WuhuProblem'
    this.status = status
    this.code = code
    this.title = text('title', code)
    this.titleEn = text('title_en', code)
    this.detail = detail
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : []
    this.retryAfter = retryAfter
  }
}

/** No answer came; whether the request was carried out is not known. The `cause` says why. */
export class WuhuUnreachable extends Error {
  constructor(target: string, cause: unknown) {
    super(`${target}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'WuhuUnreachable'
  }
}

/** The problem in an answer that is none of success. Retry-After counts seconds (RFC 9110, 10.2.3). */
export function problemIn(answer: {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}): WuhuProblem {
  const seconds = Number(answer.headers['retry-after'] || Number.NaN)
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
  let body: unknown
  try {
    body = JSON.parse(answer.text)
  } catch {
    body = undefined
  }
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
  return new WuhuProblem(answer.status, fields as Record<string, unknown>, retryAfter)
}
