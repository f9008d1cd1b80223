import type { TSchema } from '@sinclair/typebox'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'
import type { RequestPart } from './field-errors.ts'

// A CommonJS module: its function is the default of its default.
const addFormats = addFormatsModule.default

export interface Validators {
  /** The compiled schema for a part of a request; compiled once, used by every door. */
  for(schema: TSchema, part: RequestPart): ValidateFunction
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
  const create = (coerceTypes: boolean | 'array') => {
    const ajv = new Ajv({
      coerceTypes,
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
    return ajv
  }
  const strict = create(false)
  const coercing = create('array')
  return {
    for: (schema, part) => (part === 'body' ? strict : coercing).compile(schema)
  }
}

/** @throws Invalid, which becomes 400 */
export function check(validate: ValidateFunction, value: unknown, part: RequestPart): void {
  if (!validate(value)) throw new Invalid(validate.errors ?? [], part)
}
