/** A JSON schema as far as OpenAPI writes it for our commands. */
export interface Schema {
  readonly type?: string
  readonly format?: string
  readonly const?: unknown
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly pattern?: string
}

/** Values of our formats that pass their check digits. */
const samples: Readonly<Record<string, string>> = {
  uscc: '914403001922038216',
  'citizen-id': '150824190001010014',
  'document-number': '乌中政办发〔2026〕32号',
  'court-case-number': '(2026)内0824刑初1号',
  'case-source-number': '150824-2026-999999',
  'agency-code': 'psb',
  'person-ref': 'p-001',
  'opaque-token': 'rt_0123456789abcdef',
  'admin-division': '150824',
  sha256: 'a'.repeat(64),
  'uuid-v7': '019a0000-0000-7000-8000-000000000001',
  date: '2099-01-01',
  'date-time': '2099-01-01T00:00:00+08:00',
  text: '甲乙丙丁'
}

/** Patterns of fields that have no format. */
const patterns: readonly string[] = [
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'A'.repeat(43),
  '0123456789abcdef',
  `U${'A'.repeat(55)}`,
  'abc',
  '1',
  'QUJD',
  'age1vqtlmulr00fdlajhswgvfd9qr4y9h2dsu2fu8pku52pulvex5qcst55ve5'
]

/** The least that a schema takes: required fields only. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {})
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})])
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}))
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return textOf(schema)
  }
}

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  const known = format === undefined ? undefined : samples[format]
  if (known !== undefined) return known
  const fits = pattern === undefined ? 'abc' : patterns.find((text) => new RegExp(pattern).test(text))
  return (fits ?? 'abc').padEnd(minLength, 'a')
}
