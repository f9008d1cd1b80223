import { Parser } from '@asyncapi/parser'
import t from 'tap'
import { catalogue, createAsyncApi, sensitivities } from './index.ts'

const text = JSON.stringify(createAsyncApi({ version: '0.1.0' }))

t.test('the description is valid AsyncAPI', async (t) => {
  const { document, diagnostics } = await new Parser().parse(text)
  const problems = diagnostics.filter(({ severity }) => severity <= 1)
  t.same(
    problems.map(({ message, path }) => `${path.join('/')}: ${message}`),
    []
  )
  t.equal(document?.version(), '3.1.0')
  t.equal(document?.channels().length, catalogue.length + 3)
})

t.test('the parser does find mistakes', async (t) => {
  const broken = text.replace('"#/components/schemas/envelope"', '"#/components/schemas/missing"')
  const { diagnostics } = await new Parser().parse(broken)
  t.ok(diagnostics.some(({ severity }) => severity === 0))
})

t.test('every event has a channel, and every field of its data says its sensitivity', async (t) => {
  const { channels, components } = createAsyncApi({ version: '0.1.0' })
  for (const { type, data } of catalogue) {
    t.ok((channels as Record<string, unknown>)[type], type)
    const message = (
      components.messages as unknown as Record<string, { payload: { allOf: { properties?: unknown }[] } }>
    )[type]
    const described = message?.payload.allOf[1]?.properties as {
      data: { properties: Record<string, { 'x-sensitivity'?: string }> }
    }
    for (const [name, field] of Object.entries(described.data.properties)) {
      t.ok(sensitivities.includes(field['x-sensitivity'] as never), `${type} ${name}`)
    }
    t.equal(Object.keys(described.data.properties).length, Object.keys(data.properties as object).length)
  }
})
