import type { EventDefinition } from './define-event.ts'
import { envelopeSchema } from './envelope.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** Our annotations, as extensions that other tools leave alone. */
const renamed: Readonly<Record<string, string>> = { sensitivity: 'x-sensitivity', mask: 'x-mask' }

/** Plain JSON: without TypeBox's symbols and `$id`s. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([keyword]) => keyword !== '$id')
      .map(([keyword, inner]) => [renamed[keyword] ?? keyword, plain(inner)])
  )
}

/** The envelope of every event: CloudEvents 1.0.2, structured JSON. */
export const envelopeJsonSchema = (): JsonSchema => plain(envelopeSchema) as JsonSchema

/** JSON Schema (2020-12) of an event's data; each field says its `x-sensitivity`. */
export function dataJsonSchema({ type, title, data }: EventDefinition): JsonSchema {
  return { $id: `urn:wuhu:event:${type}`, title: `${title.zh} ${title.en}`, ...(plain(data) as JsonSchema) }
}

/**
 * JSON Schema of the data in a recipient's copy: fields may be withheld, and what stands in a masked field no longer has
 * its form.
 */
export function copyJsonSchema(definition: EventDefinition): JsonSchema {
  const { $id: _, required: __, properties, ...rest } = dataJsonSchema(definition)
  const loosened = Object.entries(properties as Record<string, JsonSchema>).map(([name, field]) => [
    name,
    field['x-mask'] === undefined ? field : loosen(field)
  ])
  return { ...rest, properties: Object.fromEntries(loosened) }
}

function loosen({ pattern: _, format: __, minLength: ___, ...field }: JsonSchema): JsonSchema {
  const { properties } = field
  if (typeof properties !== 'object' || properties === null) return field
  const inner = Object.entries(properties).map(([name, one]) => [name, loosen(one as JsonSchema)])
  return { ...field, properties: Object.fromEntries(inner) }
}
