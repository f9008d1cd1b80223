import { isDeepStrictEqual } from 'node:util'
import { CloudEvent } from 'cloudevents'
import fc from 'fast-check'
import t from 'tap'
import { formatActor, parseActor } from './actor.ts'
import { audienceOf, formatAudience, parseAudience } from './audience.ts'
import { type AudienceEntry, beijingTime, createEnvelope, type Ground, grounds, parseEnvelope } from './index.ts'

const parts = {
  id: '0197a2b4-0000-7000-8000-000000000001',
  service: 'info-sharing',
  type: 'case.closed.v1',
  subject: 'case/150824-2026-000001',
  time: '2026-06-01T01:00:00Z',
  caseNumber: '150824-2026-000001',
  version: 3,
  actor: { agency: 'amr', person: 'p-017', role: 'office-head' },
  marking: 'work' as const,
  audience: [{ agency: 'amr', ground: 'publisher' }] satisfies AudienceEntry[],
  correlationId: 'c-1',
  data: { number: '150824-2026-000001', reason: '办结' }
}
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

t.test('an envelope is a CloudEvent for others too', async (t) => {
  const envelope = createEnvelope(parts)
  const event = new CloudEvent(envelope as never)
  t.ok(event.validate())
  t.equal(envelope.time, '2026-06-01T09:00:00.000+08:00')
  t.same(parseEnvelope(bytes(envelope)), envelope)
})

t.test('nothing unknown, coerced, missing or misspelt passes', async (t) => {
  const good = createEnvelope(parts)
  const wrong: [string, unknown][] = [
    ['an unknown attribute', { ...good, extra: 1 }],
    ['an unknown data field', { ...good, data: { ...parts.data, extra: 1 } }],
    ['a missing data field', { ...good, data: { number: '150824-2026-000001' } }],
    ['a number as text', { ...good, streamversion: '3' }],
    ['version 0', { ...good, streamversion: 0 }],
    ['UTC time', { ...good, time: '2026-06-01T01:00:00.000Z' }],
    ['another specversion', { ...good, specversion: '0.3' }],
    ['an unknown type', { ...good, type: 'case.invented.v1' }],
    ['an unknown version', { ...good, type: 'case.closed.v2' }],
    ['a random UUID', { ...good, id: '0197a2b4-0000-4000-8000-000000000001' }],
    ['no envelope', null],
    ['a list', [good]]
  ]
  for (const [what, value] of wrong) t.throws(() => parseEnvelope(bytes(value)), TypeError, what)
  t.throws(() => parseEnvelope(Buffer.from([0xff, 0xfe])), 'broken UTF-8')
  const secret = '不可说'
  t.throws(() => parseEnvelope(bytes({ ...good, data: { ...parts.data, extra: secret } })), {
    message: new RegExp(`^(?!.*${secret})`)
  })
})

t.test('actor and audience survive being written as text', async (t) => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
  const person = fc.stringMatching(/^[A-Za-z0-9._]{1,20}$/)
  fc.assert(
    fc.property(name, fc.option(person), fc.option(name), (agency, person, role) => {
      const actor = { agency, ...(person && { person }), ...(role && { role }) }
      return isDeepStrictEqual(parseActor(formatActor(actor)), actor)
    })
  )
  fc.assert(
    fc.property(
      fc.array(fc.record({ agency: name, ground: fc.constantFrom(...grounds) }, { noNullPrototype: true })),
      (entries) => {
        const one = audienceOf(...entries)
        const strongest = (agency: string, ground: Ground) =>
          one.some((kept) => kept.agency === agency && grounds.indexOf(kept.ground) <= grounds.indexOf(ground))
        return (
          isDeepStrictEqual(parseAudience(formatAudience(entries)), entries) &&
          new Set(one.map(({ agency }) => agency)).size === one.length &&
          entries.every(({ agency, ground }) => strongest(agency, ground))
        )
      }
    )
  )
  t.throws(() => parseAudience('amr:friend'), TypeError)
})

t.test('time is written in +08:00 whatever it came in', async (t) => {
  t.equal(beijingTime('2026-12-31T16:00:00Z'), '2027-01-01T00:00:00.000+08:00')
  t.equal(beijingTime('2026-12-31T23:59:59.5-05:00'), '2027-01-01T12:59:59.500+08:00')
})
