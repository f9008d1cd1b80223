import { type TSchema, Type } from '@sinclair/typebox'
import {
  catalogue,
  createEnvelope,
  defineEvent,
  type EventDefinition,
  type Field,
  grounds,
  investigation,
  open,
  personal,
  reporter,
  secret,
  work
} from '@wuhu/contracts'
import t from 'tap'
import { redactor, type Viewer } from './redactor.ts'

const sample = defineEvent({
  type: 'sample.taken.v1',
  owner: 'audit',
  mutual: 'audit',
  title: { zh: '样例', en: 'Sample' },
  data: {
    kind: open(Type.String()),
    note: work(Type.Optional(Type.String())),
    point: secret(Type.String()),
    company: secret(Type.String(), 'company-name'),
    citizen: personal(Type.Optional(Type.String()), 'citizen-id'),
    address: personal(Type.String()),
    informant: reporter(Type.Optional(Type.String()), 'person-name'),
    plan: investigation(Type.String(), 'person-name'),
    people: work(Type.Array(Type.Object({ part: Type.String(), name: personal(Type.String(), 'person-name') })))
  }
})

const data = {
  kind: 'k1',
  note: 'n1',
  point: 'p1',
  company: '甲乙有限公司',
  citizen: '110101199003070014',
  address: 'a1',
  informant: '李四',
  plan: 'plan1',
  people: [{ part: 'leader', name: '王五' }]
}

function envelopeOf(definition: EventDefinition, value: unknown) {
  return {
    ...createEnvelope({
      id: '01980000-0000-7000-8000-000000000000',
      service: 'audit',
      type: definition.type,
      subject: 'sample/1',
      time: '2026-06-01T01:00:00Z',
      caseNumber: '150824-2026-000001',
      version: 1,
      actor: { agency: 'amr', person: 'p-017', role: 'handler' },
      marking: 'work',
      audience: grounds.map((ground, index) => ({
        agency: ['amr', 'psb', 'court', 'justice', 'drc'][index] ?? '',
        ground
      })),
      correlationId: 'c1',
      data: value
    }),
    attested: 'amr/p-017',
    signedby: `amr#U${'A'.repeat(55)} for amr/p-017/handler`,
    statement: '0'.repeat(64),
    signature: 'detached',
    countersignature: 'detached'
  }
}

const redact = redactor(sample)
const seenBy = (viewer: Viewer) => redact(envelopeOf(sample, data), viewer)

t.test('each class for each ground', async (t) => {
  t.same(
    seenBy({ agency: 'amr', ground: 'publisher' }),
    envelopeOf(sample, data),
    'the publisher sees what it published'
  )
  const { informant, plan, ...party } = data
  t.same(seenBy({ agency: 'psb', ground: 'party' }).data, party)
  const people = [{ part: 'leader', name: '王某' }]
  t.same(seenBy({ agency: 'court', ground: 'addressee' }).data, {
    kind: 'k1',
    note: 'n1',
    point: 'p1',
    company: '甲乙有限公司',
    citizen: '**************0014',
    plan: 'plan1',
    people
  })
  t.same(seenBy({ agency: 'justice', ground: 'statutory-copy' }).data, {
    kind: 'k1',
    note: 'n1',
    company: '某某公司',
    citizen: '**************0014',
    people
  })
  t.same(seenBy({ agency: 'drc', ground: 'conference' }).data, { kind: 'k1' })
  t.same(seenBy({ auditor: true, bodies: false }).data, { kind: 'k1' })
  const { informant: _, ...auditor } = data
  t.same(seenBy({ auditor: true, bodies: true }).data, auditor)
})

t.test('the envelope tells no more than the data', async (t) => {
  const conference = seenBy({ agency: 'drc', ground: 'conference' })
  t.equal(conference.redacted, 'note,point,company,citizen,address,informant,plan,people')
  t.equal(conference.audience, 'amr:publisher,drc:conference')
  t.equal(conference.actor, 'amr')
  t.equal(conference.attested, 'amr')
  const party = seenBy({ agency: 'psb', ground: 'party' })
  t.equal(party.audience, envelopeOf(sample, data).audience)
  t.equal(party.actor, 'amr/p-017/handler')
  t.equal(party.redacted, 'informant,plan')
  t.equal(party.attested, 'amr/p-017')
  for (const copy of [conference, party, seenBy({ auditor: true, bodies: true })]) {
    for (const hand of ['signedby', 'statement', 'signature', 'countersignature']) {
      t.notOk(hand in copy, `${hand} would confirm guesses at what is withheld`)
    }
  }
  t.equal(seenBy({ agency: 'court', ground: 'addressee' }).redacted, 'citizen,address,informant,people[].name')
})

t.test('the list of withheld fields does not tell which optional fields were there', async (t) => {
  const { note, citizen, informant, ...required } = data
  for (const ground of grounds) {
    const viewer = { agency: 'psb', ground }
    t.equal(redact(envelopeOf(sample, required), viewer).redacted, seenBy(viewer).redacted, ground)
  }
  const withInformant = redact(envelopeOf(sample, { ...required, informant }), { agency: 'psb', ground: 'party' })
  t.same(
    withInformant,
    redact(envelopeOf(sample, required), { agency: 'psb', ground: 'party' }),
    'not even that there is one'
  )
})

t.test('what cannot be enforced does not compile', async (t) => {
  const defined = (field: TSchema) => defineEvent({ ...sample, type: 'bad.made.v1', data: { field: field as Field } })
  t.throws(() => redactor(defined(Type.String())), /no sensitivity/)
  t.throws(() => redactor(defined(work(Type.Union([Type.Null(), personal(Type.String())])))), /annotate field itself/)
  t.throws(() => redactor(defined(work(Type.Record(Type.String(), personal(Type.String()))))), /annotate field itself/)
  t.throws(() => redactor({ ...sample, data: Type.Object({ kind: open(Type.String()) }) }), /refuses unknown fields/)
  t.throws(
    () => redact(envelopeOf({ ...sample, type: 'other.made.v1' }, data), { agency: 'amr', ground: 'party' }),
    TypeError
  )
  t.throws(() => redact(envelopeOf(sample, data), { agency: 'amr', ground: 'friend' as never }), TypeError)
})

t.test('every event of the catalogue compiles', async (t) => {
  for (const definition of catalogue.values()) t.doesNotThrow(() => redactor(definition), definition.type)
})
