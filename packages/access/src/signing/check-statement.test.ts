import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import t from 'tap'
import { createKeyPair } from '../key.ts'
import { mintToken } from '../mint-token.ts'
import { checkStatement } from './check-statement.ts'
import type { KnownKey } from './known-key.ts'
import { digestOf, said, signStatement, statementText } from './statement.ts'

const now = new Date('2026-06-01T01:00:00.000Z')
const pair = createKeyPair()
const key: KnownKey = {
  kid: pair.kid,
  agency: 'amr',
  role: 'agency-system',
  validFrom: '2026-01-01T00:00:00+08:00',
  validUntil: '2027-01-01T00:00:00+08:00'
}
const body = { title: '涉嫌侵犯商业秘密', by: { person: 'p-017', role: 'handler' }, amount: 12.5, list: [1, 'b', null] }
const token = await mintToken({ seed: pair.seed, agency: 'amr' })
const jti = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).jti as string
const frame = {
  audience: 'wuhu',
  agency: 'amr',
  token: jti,
  idempotencyKey: 'k-1',
  ifMatch: '"3"',
  attestation: 'no-state-secret; by=p-017'
}
const { idempotencyKey, ifMatch, attestation } = frame
const signing = { seed: pair.seed, token, command: 'case.close', params: { number: 'N-1' }, body }
const signature = signStatement({ ...signing, idempotencyKey, ifMatch, attestation, now: () => now })

interface Entering {
  signature: string
  frame: typeof frame
  words: string
  roles: readonly string[]
  now: Date
  keys: readonly KnownKey[]
}
const enter = (changed: Partial<Entering> = {}) => {
  const { keys = [key], ...rest } = changed
  return checkStatement({
    signature,
    frame,
    words: said('case.close', { number: 'N-1' }, body),
    roles: ['agency-system'],
    now,
    ...rest,
    lookupKey: async (kid) => keys.find((one) => one.kid === kid)
  })
}

t.test('what was signed is what is kept, and its digest is its name', async (t) => {
  const { signedBy, statement, signature: kept } = await enter()
  t.equal(signedBy, `amr#${pair.kid}`)
  t.equal(kept, signature)
  t.equal(statement.digest, digestOf(statement.text))
  t.equal(
    statement.text,
    [
      'wuhu-statement/1',
      'audience wuhu',
      'agency amr',
      `token ${jti}`,
      'key k-1',
      'version "3"',
      'attestation no-state-secret; by=p-017',
      'case.close',
      '{"number":"N-1"}',
      '{"amount":12.5,"by":{"person":"p-017","role":"handler"},"list":[1,"b",null],"title":"涉嫌侵犯商业秘密"}'
    ].join('\n')
  )
})

t.test('the same value has one spelling, whoever wrote it', async (t) => {
  // RFC 8785, 3.2.3, and names that look like numbers, which JavaScript would put first.
  const value = { '€': 1, '\r': 2, '10': 3, '9': 4, a: undefined, '1e': { z: [], y: '\u0007é' } }
  t.equal(said('x', {}, value), 'x\n{}\n{"\\r":2,"10":3,"1e":{"y":"\\u0007é","z":[]},"9":4,"€":1}')
  fc.assert(
    fc.property(fc.jsonValue(), (any) => {
      const again = JSON.parse(said('x', {}, any).split('\n')[2] ?? '')
      return said('x', {}, again) === said('x', {}, any)
    })
  )
})

t.test('said elsewhere, otherwise, by another or again it is another statement', async (t) => {
  const other: Record<string, Partial<Entering>> = {
    'another command': { words: said('case.open', { number: 'N-1' }, body) },
    'another case': { words: said('case.close', { number: 'N-2' }, body) },
    'another body': { words: said('case.close', { number: 'N-1' }, { ...body, amount: 12.6 }) },
    'a field more': { words: said('case.close', { number: 'N-1' }, { ...body, more: true }) },
    'params and body moved': { words: said('case.close', {}, { ...body, number: 'N-1' }) },
    'another bus': { frame: { ...frame, audience: 'elsewhere' } },
    'another token': { frame: { ...frame, token: randomUUID() } },
    'another key': { frame: { ...frame, idempotencyKey: 'k-2' } },
    'another version': { frame: { ...frame, ifMatch: '"4"' } },
    'attested by another': { frame: { ...frame, attestation: 'no-state-secret; by=p-018' } }
  }
  for (const [what, changed] of Object.entries(other)) {
    await t.rejects(enter(changed), { code: 'signature.invalid' }, what)
  }
  const moved = { ...frame, idempotencyKey: 'k-1\nversion "4"' }
  await t.rejects(enter({ frame: moved }), { code: 'signature.malformed' }, 'no line may be smuggled in')
  t.throws(() => statementText({ ...frame, token: 'a\nb' }, ''), RangeError)
})

t.test('only a key of the caller, for its role, valid now', async (t) => {
  const stranger = createKeyPair()
  const psb: KnownKey = { ...key, kid: stranger.kid, agency: 'psb' }
  const forged = signStatement({
    ...signing,
    seed: stranger.seed,
    idempotencyKey,
    ifMatch,
    attestation,
    now: () => now
  })
  const wrong: Record<string, Partial<Entering>> = {
    'a key that nobody registered': { keys: [] },
    "another agency's key": { signature: forged, keys: [key, psb] },
    'the key of the console': { keys: [{ ...key, role: 'console' }] },
    'the key of a service': { keys: [{ ...key, role: 'service' }] },
    "the administrator's key": { keys: [{ ...key, role: 'security-admin' }] },
    'an officer at the console': { roles: ['handler'] },
    revoked: { keys: [{ ...key, revokedAt: '2026-06-01T09:00:00.000+08:00' }] },
    expired: { keys: [{ ...key, validUntil: '2026-06-01T09:00:00.000+08:00' }] },
    'not valid yet': { keys: [{ ...key, validFrom: '2026-06-01T09:00:00.001+08:00' }] }
  }
  for (const [what, changed] of Object.entries(wrong)) {
    await t.rejects(enter(changed), { code: 'signature.key' }, what)
  }
  const relabelled = { ...psb, agency: 'amr' }
  await t.resolves(enter({ signature: forged, keys: [relabelled] }), 'the forgery fails for its key alone')
  const tampered = `${signature.slice(0, -3)}AAA`
  await t.rejects(
    enter({ signature: tampered, keys: [{ ...key, revokedAt: key.validFrom }] }),
    { code: 'signature.invalid' },
    'who cannot sign is not told that the key is revoked'
  )
})

t.test('signed in time', async (t) => {
  const at = (seconds: number) => ({ now: new Date(now.getTime() + seconds * 1000) })
  for (const seconds of [360, 0, -60]) await t.resolves(enter(at(seconds)))
  for (const seconds of [361, -61]) await t.rejects(enter(at(seconds)), { code: 'signature.stale' })
})

t.test('a token is needed to sign', async (t) => {
  for (const bad of ['', 'x', 'a.b.c', `a.${Buffer.from('{"iss":"amr"}').toString('base64url')}.c`]) {
    t.throws(() => signStatement({ ...signing, token: bad }), TypeError, bad)
  }
  t.throws(() => signStatement({ ...signing, seed: 'SUA' }), TypeError)
})
