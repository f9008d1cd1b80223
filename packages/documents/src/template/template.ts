import { type Static, type TProperties, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { styles } from '../model.ts'
import { checkText } from './text.ts'

const strict = { additionalProperties: false }
const Path = Type.String({ pattern: '^!?[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$' })
/** `when`: only where the value is there (`!`: is not). `each`: once for every entry of a list. */
const Sections = { when: Type.Optional(Path), each: Type.Optional(Path) }
const words = Type.String({ minLength: 1, maxLength: 4000 })
const one = <Name extends string>(name: Name) => Type.Literal(name)

const Cell = Type.Object(
  {
    text: Type.String({ maxLength: 4000 }),
    span: Type.Optional(Type.Integer({ minimum: 2, maximum: 12 })),
    role: Type.Union([one('label'), one('text'), one('centred')]),
    foot: Type.Optional(words)
  },
  strict
)
const Row = Type.Object(
  {
    ...Sections,
    cells: Type.Array(Cell, { minItems: 1, maxItems: 12 }),
    height: Type.Optional(Type.Number({ minimum: 5, maximum: 220 })),
    head: Type.Optional(Type.Boolean())
  },
  strict
)

const block = <Fields extends TProperties>(fields: Fields) => Type.Object({ ...Sections, ...fields }, strict)

const Block = Type.Union([
  block({
    block: one('head'),
    organ: words,
    number: Type.Optional(words),
    signer: Type.Optional(words),
    dated: Type.Optional(words)
  }),
  block({ block: one('title'), text: words }),
  block({ block: one('addressee'), text: words }),
  block({
    block: one('heading'),
    level: Type.Union([Type.Literal(1), Type.Literal(2)]),
    text: words,
    /** 一、 二、 before those that the document has. */
    numbered: Type.Optional(Type.Boolean())
  }),
  block({
    block: one('paragraph'),
    text: words,
    lead: Type.Optional(words),
    flush: Type.Optional(Type.Boolean())
  }),
  block({ block: one('attachments'), items: words, of: Path }),
  block({ block: one('signature'), organ: words, date: words, seal: Type.Optional(Type.Boolean()) }),
  block({
    block: one('imprint'),
    copies: Type.Optional(Path),
    printer: Type.Optional(words),
    printed: Type.Optional(words)
  }),
  block({ block: one('annex'), label: words, title: words }),
  block({ block: one('ends'), left: Type.String({ maxLength: 200 }), right: Type.String({ maxLength: 200 }) }),
  block({
    block: one('table'),
    columns: Type.Array(Type.Number({ exclusiveMinimum: 0 }), { minItems: 1, maxItems: 12 }),
    rows: Type.Array(Row, { minItems: 1, maxItems: 60 })
  })
])

const Template = Type.Object(
  {
    kind: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$' }),
    name: Type.Object({ zh: words, en: words }, strict),
    style: Type.Union(styles.map(one)),
    /** Texts for codes: `{{channel|label:channels}}`. */
    labels: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), Type.String()))),
    blocks: Type.Array(Block, { minItems: 1, maxItems: 80 })
  },
  strict
)

export type Template = Static<typeof Template>
export type BlockTemplate = Template['blocks'][number]
export type RowTemplate = Static<typeof Row>

/**
 * Reads a template, checking its form, its filters and the widths of its rows.
 * @throws TypeError that names the template and the place
 */
export function parseTemplate(json: unknown): Template {
  const name = (json as { kind?: string } | null)?.kind ?? 'template'
  if (!Value.Check(Template, json)) {
    const [first] = [...Value.Errors(Template, json)]
    throw new TypeError(`${name}${first?.path ?? ''}: ${first?.message ?? 'is no template'}`)
  }
  for (const text of textsOf(json.blocks)) checkText(text, `${name}: ${text}`, json.labels)
  for (const one of json.blocks) {
    if (one.block !== 'table') continue
    for (const [index, { cells }] of one.rows.entries()) {
      const width = cells.reduce((sum, { span = 1 }) => sum + span, 0)
      if (width !== one.columns.length) {
        throw new TypeError(`${name}: row ${index} of a table covers ${width} of ${one.columns.length} columns`)
      }
    }
  }
  return json
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
