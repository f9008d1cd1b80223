/** One field of a request that is wrong. `path` is a JSON pointer (RFC 6901) into `in`; values are never repeated. */
export interface FieldError {
  readonly in: 'body' | 'path' | 'query' | 'header'
  readonly path: string
  readonly message: string
  readonly message_en: string
}

/** RFC 9457. `title` is Chinese; `detail` is one sentence for this occurrence. */
export interface ProblemBody {
  readonly type: `urn:wuhu:problem:${string}`
  readonly title: string
  readonly title_en: string
  readonly status: number
  readonly detail: string
  readonly code: string
  /** Path of the request. */
  readonly instance: string
  readonly errors?: readonly FieldError[]
}

/** Thrown anywhere on the way to an answer; `code` is stable and dotted, its titles stand in the message files. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly FieldError[] | undefined
  /** Seconds: becomes Retry-After. */
  readonly retryAfter: number | undefined

  constructor(status: number, code: string, detail: string, errors?: readonly FieldError[], retryAfter?: number) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.errors = errors
    this.retryAfter = retryAfter
  }
}

/** Also what a caller is told of things it may not see: existence leaks too. */
export class NotFound extends Problem {
  constructor(code: string, detail: string) {
    super(404, code, detail)
    this.name = 'NotFound'
  }
}

/** If-Match names another version than the one that is stored. */
export class VersionMismatch extends Problem {
  constructor(detail: string) {
    super(412, 'version.stale', detail)
    this.name = 'VersionMismatch'
  }
}
