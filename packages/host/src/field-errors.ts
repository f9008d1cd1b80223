import type { ErrorObject } from 'ajv'
import type { FieldError } from './problem.ts'

/** Fastify's names for the parts of a request. */
export type RequestPart = 'body' | 'params' | 'querystring' | 'headers'

const places: Record<RequestPart, FieldError['in']> = {
  body: 'body',
  params: 'path',
  querystring: 'query',
  headers: 'header'
}

const maxErrors = 20

const types: Record<string, string> = {
  string: '字符串',
  integer: '整数',
  number: '数字',
  boolean: '布尔值',
  object: '对象',
  array: '数组',
  null: '空值'
}

const limits: Record<string, string> = { '<=': '不大于', '>=': '不小于', '<': '小于', '>': '大于' }

/** Chinese for what Ajv says; it never contains the value. */
const chinese: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => '必填',
  additionalProperties: () => '不允许的字段',
  type: ({ type }) =>
    `应为${[type]
      .flat()
      .map((name) => types[String(name)] ?? name)
      .join('或')}`,
  enum: () => '不是允许的取值',
  const: () => '不是允许的取值',
  format: ({ format }) => `不符合 ${format} 的格式或校验位`,
  pattern: () => '格式不符',
  minLength: ({ limit }) => `至少 ${limit} 个字符`,
  maxLength: ({ limit }) => `至多 ${limit} 个字符`,
  minItems: ({ limit }) => `至少 ${limit} 项`,
  maxItems: ({ limit }) => `至多 ${limit} 项`,
  uniqueItems: () => '不得重复',
  minimum: ({ comparison, limit }) => `应${limits[String(comparison)]} ${limit}`,
  maximum: ({ comparison, limit }) => `应${limits[String(comparison)]} ${limit}`,
  minProperties: ({ limit }) => `至少 ${limit} 个字段`,
  anyOf: () => '不符合任何一种允许的形式',
  oneOf: () => '不符合任何一种允许的形式'
}

/** Ajv's findings as a caller gets them: at most 20, one for each place and rule. */
export function fieldErrors(errors: readonly ErrorObject[], part: RequestPart): FieldError[] {
  const seen = new Set<string>()
  const list: FieldError[] = []
  for (const { keyword, instancePath, params, message } of errors) {
    const named = params.missingProperty ?? params.additionalProperty
    const path = named === undefined ? instancePath : `${instancePath}/${pointer(String(named))}`
    const key = `${path} ${keyword}`
    if (seen.has(key) || list.length === maxErrors) continue
    seen.add(key)
    const text = keyword === 'required' ? 'is required' : keyword === 'additionalProperties' ? 'is unknown' : message
    list.push({
      in: places[part],
      path,
      message: chinese[keyword]?.(params) ?? '不符合要求',
      message_en: text ?? 'is invalid'
    })
  }
  return list
}

const pointer = (name: string) => name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')
