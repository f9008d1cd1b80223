import type { KeyRole } from '@wuhu/contracts'
import type { ServiceName } from '@wuhu/infra/stack-options'
import type { ProblemCode } from './problem-titles.ts'

/** One entry of `errors` in a problem. */
export interface FieldError {
  readonly in: 'body' | 'path' | 'query' | 'header'
  readonly path: string
  readonly message: string
  readonly message_en: string
}

/** The exact refusal that a wrong request must get; status and titles follow from the code. */
export interface Refused {
  readonly code: ProblemCode
  readonly detail: string | RegExp
  readonly errors?: readonly FieldError[]
  /** Where a service gives the code another status or other titles than the table of titles. */
  readonly named?: readonly [status: number, zh: string, en: string]
}

/** One row of the table. Whatever it carries in body, query or headers must never come back, nor reach a log. */
export interface WrongRequest extends Refused {
  readonly what: string
  /** Whose key signs the token; default science. */
  readonly as?: string
  readonly role?: KeyRole
  /** Instead of a fresh token; null sends none. */
  readonly token?: string | null
  readonly send: string
  /** A string or bytes go out as they are, the rest as JSON. */
  readonly body?: unknown
  /** Undefined leaves a usual one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly service?: ServiceName
  /** Headers that the refusal must have. */
  readonly answer?: Readonly<Record<string, string>>
}

/** Stands in every free text that a row sends: found in an answer or a log, it is a leak. */
export const planted = 'planted-7f3a9c 植入标记'

type Place = FieldError['in']

export const wrong = (path: string, message: string, message_en: string, place: Place = 'body'): FieldError => ({
  in: place,
  path,
  message,
  message_en
})
export const missing = (path: string) => wrong(path, '必填', 'is required')
export const unknown = (path: string, place?: Place) => wrong(path, '不允许的字段', 'is unknown', place)
export const format = (path: string, name: string, place?: Place) =>
  wrong(path, `不符合 ${name} 的格式或校验位`, `must match format "${name}"`, place)
export const notText = (path: string, place?: Place) => wrong(path, '应为字符串', 'must be string', place)
export const notInteger = (path: string, place?: Place) => wrong(path, '应为整数', 'must be integer', place)
export const tooLong = (path: string, limit: number, place?: Place) =>
  wrong(path, `至多 ${limit} 个字符`, `must NOT have more than ${limit} characters`, place)
export const tooMany = (path: string, limit: number) =>
  wrong(path, `至多 ${limit} 项`, `must NOT have more than ${limit} items`)

/** The refusal of what does not follow its schema. */
export const invalid = (...errors: FieldError[]): Refused => ({ code: 'request.invalid', detail: 'see errors', errors })
