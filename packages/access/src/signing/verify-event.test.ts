import { createEnvelope, type Envelope } from '@wuhu/contracts'
import fc from 'fast-check'
import t from 'tap'
import { createKeyPair } from '../key.ts'
import { mintToken } from '../mint-token.ts'
import { checkStatement } from './check-statement.ts'
import { readDetached } from './detached-jws.ts'
import { createEnvelopeSigner, signedEnvelope } from './envelope-signer.ts'
import type { KnownKey } from './known-key.ts'
import { said, signStatement } from './statement.ts'
import { verifyEvent } from './verify-event.ts'

const time = '2026-06-01T01:00:00.250Z'
const [agency, service, other] = [createKeyPair(), createKeyPair(), createKeyPair()]
const since = { validFrom: '2026-01-01T00:00:00+08:00' }
const directory: readonly KnownKey[] = [
  { kid: agency.kid, agency: 'amr', role: 'agency-system', ...since },
  { kid: service.kid, agency: 'amr', role: 'service', ...since },
  { kid: other.kid, agency: 'psb', role: 'agency-system', ...since }
]
const among =
  (...changed: KnownKey[]) =>
  (kid: string) =>
    [...changed, ...directory].find((key) => key.kid === kid)
const known = among()

const token = await mintToken({ seed: agency.seed, agency: 'amr' })
const body = { reason: '办结' }
const provenance = await checkStatement({
  signature: signStatement({
    ...{ seed: agency.seed, token, command: 'case.close', body },
    now: () => new Date(time)
  }),
  frame: { audience: 'wuhu', agency: 'amr', token: JSON.parse(atob(token.split('.')[1] ?? '')).jti },
  words: said('case.close', {}, body),
  roles: ['agency-system'],
  now: new Date(time),
  lookupKey: async (kid) => known(kid)
})
const plain = {
  id: '0197a2b4-0000-7000-8000-000000000001',
  service: 'info-sharing',
  type: 'case.closed.v1',
  subject: 'case/150824-2026-000001',
  time,
  version: 3,
  actor: { agency: 'amr', person: 'p-017', role: 'handler' },
  marking: 'work' as const,
  audience: [{ agency: 'amr', ground: 'publisher' as const }],
  correlationId: 'c-1',
  data: { number: '150824-2026-000001', reason: ',"signature":"x"' }
}
const sign = createEnvelopeSigner({ service: 'info-sharing', seed: service.seed })
const byService = sign(createEnvelope(plain))
const byAgency = sign(createEnvelope({ ...plain, provenance }))

t.test('who signed, and for whom', async (t) => {
  t.equal(byService.signedby, `info-sharing#${service.kid} for amr/p-017/handler`)
  t.same(verifyEvent(byService, known), { verdict: 'valid', by: byService.signedby })
  t.equal(byAgency.signedby, `amr#${agency.kid}`)
  const { digest, text } = provenance.statement
  t.same(verifyEvent(byAgency, known), { verdict: 'valid', by: byAgency.signedby, statement: digest })
  t.equal(verifyEvent(byAgency, known, () => text).verdict, 'valid')
  t.same(verifyEvent(createEnvelope(plain), known), { verdict: 'unsigned' })
  t.same(verifyEvent({ ...byService, redacted: 'reason' }, known), { verdict: 'withheld' })
  t.equal(verifyEvent(createEnvelope({ ...plain, provenance }), known).verdict, 'words-only')
})

t.test('on another thread the same is signed', async (t) => {
  t.same(await sign.apart(createEnvelope(plain)), byService)
  t.same(await sign.apart(createEnvelope({ ...plain, provenance })), byAgency)
})

t.test('the bytes that a service signs can be cut out of those that are published', async (t) => {
  const published = JSON.stringify(byService)
  t.equal(published.replace(/,"signature":"[^"]*"/, ''), Buffer.from(signedEnvelope(byService)).toString())
})

t.test('no character of the event may change and leave it valid', async () => {
  for (const event of [byService, byAgency]) {
    const text = JSON.stringify(event)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'a', 'Z', '/'), (at, letter) => {
        if (text[at] === letter) return true
        let changed: Envelope
        try {
          changed = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1))
        } catch {
          return true
        }
        return verifyEvent(changed, known).verdict !== 'valid'
      }),
      { numRuns: 500 }
    )
  }
})

t.test('a signature belongs to its event and its signer', async (t) => {
  const reasonOf = (event: Envelope, keys = known, text?: string) => {
    const verdict = verifyEvent(event, keys, () => text)
    return 'reason' in verdict ? verdict.reason : verdict.verdict
  }
  const { signature, signedby, countersignature, ...bare } = byAgency
  t.equal(reasonOf({ ...byService, signature: signature as string }), 'signature.malformed')
  t.equal(reasonOf({ ...byAgency, signedby: `psb#${other.kid}` }), 'signature.other-agency')
  t.equal(reasonOf({ ...byAgency, actor: 'psb' }), 'signature.other-agency')
  t.equal(reasonOf({ ...byAgency, time: '2026-06-01T09:08:00.000+08:00' }), 'signature.other-time')
  t.equal(reasonOf({ ...byAgency, countersignature: byService.signature as string }), 'signature.invalid')
  t.equal(reasonOf({ ...byService, source: '/services/audit' }), 'signature.other-event')
  t.equal(reasonOf({ ...bare, signedby: signedby as string }), 'signature.incomplete')
  t.equal(reasonOf({ ...bare, countersignature: countersignature as string }), 'signature.incomplete')
  const { statement, ...unnamed } = byAgency
  t.equal(reasonOf(unnamed), 'signature.incomplete')
  t.equal(reasonOf(byAgency, known, 'another text'), 'statement.other-text')
  const anybody = createEnvelopeSigner({ service: 'info-sharing', seed: other.seed })
  t.equal(reasonOf(anybody(createEnvelope(plain))), 'signature.key-role', "an agency's key is no service's")
  const office = among({ kid: agency.kid, agency: 'amr', role: 'service', ...since })
  t.equal(reasonOf(byAgency, office), 'signature.key-role', "a service's key speaks for no agency")
})

t.test('the key must have been valid then; what became of it since changes nothing', async (t) => {
  const verdictWith = (event: Envelope, change: Partial<KnownKey>) => {
    const kid = event === byService ? service.kid : agency.kid
    return verifyEvent(event, among({ ...(known(kid) as KnownKey), ...change }))
  }
  for (const event of [byService, byAgency]) {
    t.equal(verdictWith(event, { revokedAt: '2026-06-01T09:00:01.000+08:00' }).verdict, 'valid')
    t.equal(verdictWith(event, { validUntil: '2026-07-01T00:00:00+08:00' }).verdict, 'valid')
    for (const change of [
      { revokedAt: '2026-06-01T09:00:00.000+08:00' },
      { validUntil: '2026-06-01T09:00:00.250+08:00' },
      { validFrom: '2026-06-01T09:00:00.251+08:00' }
    ]) {
      t.match(verdictWith(event, change), { verdict: 'invalid', reason: 'signature.key-not-valid-then' })
    }
    const nobody = verifyEvent(event, () => undefined)
    t.match(nobody, { verdict: 'invalid', reason: 'signature.unknown-key' })
  }
  const gone = among({ ...(known(service.kid) as KnownKey), revokedAt: '2026-05-01T00:00:00+08:00' })
  t.match(verifyEvent(byAgency, gone), { reason: 'signature.key-not-valid-then' }, 'of a countersignature too')
})

t.test('a countersignature names the key of the service', async (t) => {
  t.equal(readDetached(byAgency.countersignature as string, 'wuhu-envelope').kid, service.kid)
})
