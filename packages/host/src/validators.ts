import type { TSchema } from '@sinclair/typebox'
import { Ajv, type ErrorObject } from 'ajv'
import addFormatsModule from 'ajv-formats'
import type { RequestPart } from './field-errors.ts'

// A CommonJS module: its function is the default of its default.
const addFormats = addFormatsModule.default

/** Whether a value follows a schema; if not, `errors` says why. Fills in defaults. */
export interface Validate {
  (value: unknown): boolean
  errors?: ErrorObject[] | null
}

export interface Validators {
  /** Validates a part of a request. Compiled when it is first used, as a service with many routes would start late. */
  for(schema: TSchema, part: RequestPart): Validate
}

/** Says which part of a request is wrong, in the shape that Fastify's own validation errors have. */
class Invalid extends Error {
  readonly validation: readonly ErrorObject[]
  readonly validationContext: RequestPart

  constructor(validation: readonly ErrorObject[], validationContext: RequestPart) {
    super('the request does not follow its schema')
    this.name = 'Invalid'
    this.validation = validation
    this.validationContext = validationContext
  }
}

/**
 * Bodies are taken as they are: nothing is coerced or dropped. Paths, queries and headers are text, so there "10" is 10.
 * `keywords` are annotations in schemas that Ajv's strict mode would refuse.
 */
export function createValidators(options: {
  formats?: Readonly<Record<string, (text: string) => boolean>> | undefined
  keywords?: readonly string[] | undefined
}): Validators {
  const ajv = new Ajv({
    allErrors: true,
    removeAdditional: false,
    useDefaults: true,
    strict: true,
    strictTypes: false,
    allowUnionTypes: true,
    keywords: ['sensitivity', 'mask', 'example', ...(options.keywords ?? [])]
  })
  addFormats(ajv)
  for (const [name, test] of Object.entries(options.formats ?? {})) ajv.addFormat(name, test)
  return {
    for(schema, part) {
      const validate = whenUsed(() => ajv.compile(schema))
      return part === 'body' ? validate : readingText(schema, validate)
    }
  }
}

function whenUsed(compile: () => Validate): Validate {
  let compiled: Validate | undefined
  const validate: Validate = (value) => {
    compiled ??= compile()
    const valid = compiled(value)
    validate.errors = compiled.errors ?? null
    return valid
  }
  return validate
}

/**
 * Reads text as the integer or boolean that the schema wants at that place. Ajv's own coercion would also take 0x10, 1e1
 * and " 10", and make infinity or another integer of what no double holds.
 */
function readingText(schema: TSchema, validate: Validate): Validate {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, TSchema>>
  const typed = Object.entries(properties).filter(([, { type }]) => type === 'integer' || type === 'boolean')
  const reading: Validate = (value) => {
    const values = Object(value) as Record<string, unknown>
    for (const [name, { type }] of typed) {
      const text = values[name]
      if (typeof text !== 'string') continue
      if (type === 'integer' && /^-?\d{1,15}$/.test(text)) values[name] = Number(text)
      if (type === 'boolean' && /^(true|false)$/.test(text)) values[name] = text === 'true'
    }
    const valid = validate(value)
    reading.errors = validate.errors ?? null
    return valid
  }
  return reading
}

/** @throws Invalid, which becomes 400 */
export function check(validate: Validate, value: unknown, part: RequestPart): void {
  if (!validate(value)) throw new Invalid(validate.errors ?? [], part)
}
