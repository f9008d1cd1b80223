import { type TSchema, Type } from '@sinclair/typebox'
import { createEnvelope, type EventDefinition, grounds, type Sensitivity, sensitivities } from '@wuhu/contracts'
import fc from 'fast-check'
import t from 'tap'
import { redactor, type Viewer } from './redactor.ts'

/** The rule in words, again and independently: who may read which class. */
const mayRead: Record<string, readonly Sensitivity[]> = {
  publisher: sensitivities,
  party: ['open', 'work', 'secret', 'personal'],
  addressee: ['open', 'work', 'secret', 'investigation'],
  'statutory-copy': ['open', 'work'],
  conference: ['open'],
  auditor: ['open'],
  'auditor-with-bodies': ['open', 'work', 'secret', 'personal', 'investigation']
}

const viewers: Record<string, Viewer> = {
  ...Object.fromEntries(grounds.map((ground) => [ground, { agency: 'psb', ground }])),
  auditor: { auditor: true, bodies: false },
  'auditor-with-bodies': { auditor: true, bodies: true }
}

/** A schema, a value of it, and each leaf of the value with every class that it lies under. */
interface Sample {
  readonly schema: TSchema
  readonly value: unknown
  readonly leaves: readonly { readonly text: string; readonly under: readonly Sensitivity[] }[]
}

const secretText = fc.uuid().map((id) => `值${id}`)
const leaf: fc.Arbitrary<Sample> = secretText.map((text) => ({
  schema: Type.String(),
  value: text,
  leaves: [{ text, under: [] }]
}))

function annotated(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const mask = fc.option(fc.constantFrom('citizen-id', 'phone', 'company-name', 'uscc', 'person-name'))
  return fc.tuple(inner, fc.constantFrom(...sensitivities), mask).map(([sample, sensitivity, mask]) => ({
    ...sample,
    schema: { ...sample.schema, sensitivity, ...(mask && { mask }) },
    leaves: sample.leaves.map(({ text, under }) => ({ text, under: [...under, sensitivity] }))
  }))
}

const maybeAnnotated = (inner: fc.Arbitrary<Sample>) => fc.oneof(inner, annotated(inner))

function objectOf(field: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => ({
    schema: Type.Object(Object.fromEntries(fields.map(({ schema }, index) => [`f${index}`, schema])), {
      additionalProperties: false
    }),
    value: Object.fromEntries(fields.map(({ value }, index) => [`f${index}`, value])),
    leaves: fields.flatMap(({ leaves }) => leaves)
  }))
}

const listOf = (item: fc.Arbitrary<Sample>) =>
  item.map(({ schema, value, leaves }) => ({ schema: Type.Array(schema), value: [value], leaves }))

const deep = maybeAnnotated(fc.oneof(leaf, listOf(maybeAnnotated(leaf)), objectOf(maybeAnnotated(leaf))))
const event = objectOf(annotated(fc.oneof(leaf, objectOf(deep), listOf(objectOf(deep)))))

t.test('no value of a hidden field occurs in a copy, and every other does', async () => {
  fc.assert(
    fc.property(event, ({ schema, value, leaves }) => {
      const definition = { type: 'sample.taken.v1', data: schema } as EventDefinition
      const redact = redactor(definition)
      const envelope = createEnvelope({
        id: '01980000-0000-7000-8000-000000000000',
        service: 'audit',
        type: definition.type,
        subject: 'sample/1',
        time: '2026-06-01T01:00:00Z',
        version: 1,
        actor: { agency: 'amr' },
        marking: 'work',
        audience: [{ agency: 'amr', ground: 'publisher' }],
        correlationId: 'c1',
        data: value
      })
      for (const [eye, viewer] of Object.entries(viewers)) {
        const text = JSON.stringify(redact(envelope, viewer))
        for (const { text: inner, under } of leaves) {
          const entitled = under.every((sensitivity) => mayRead[eye]?.includes(sensitivity))
          if (text.includes(inner) !== entitled) throw new Error(`${eye} ${entitled ? 'misses' : 'sees'} ${under}`)
        }
      }
    }),
    { numRuns: 500 }
  )
})
