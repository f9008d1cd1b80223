import { SignJWT } from 'jose'
import t from 'tap'
import { createKeyPair, type KeyRecord, privateKeyOf } from './key.ts'
import { mintToken } from './mint-token.ts'
import { Unauthenticated } from './unauthenticated.ts'
import { createVerifier } from './verifier.ts'

const pair = createKeyPair()
const stranger = createKeyPair()
const now = new Date('2026-06-01T01:00:00Z')
const epoch = now.getTime() / 1000
const registered: KeyRecord = {
  kid: pair.kid,
  agency: 'amr',
  role: 'agency-system',
  validFrom: '2026-01-01T00:00:00+08:00'
}

function verifier(record: Partial<KeyRecord> = {}) {
  return createVerifier({
    audience: 'wuhu',
    now: () => now,
    lookupKey: async (kid) => (kid === pair.kid ? { ...registered, ...record } : undefined)
  })
}

/** A token by hand: claims and header may be anything. */
function token(claims: Record<string, unknown> = {}, { seed = pair.seed, kid = pair.kid } = {}): Promise<string> {
  const usual = { iss: 'amr', aud: 'wuhu', iat: epoch, exp: epoch + 300, jti: 'one' }
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKeyOf(seed).key)
}

t.test('a token says who is calling', async (t) => {
  const caller = await verifier()(await mintToken({ seed: pair.seed, agency: 'amr', now: () => now }))
  t.match(caller, { agency: 'amr', roles: ['agency-system'], keyId: pair.kid, expiresAt: epoch + 300 })
  t.match(caller.jti, /^[0-9a-f-]{36}$/)
  t.match(await verifier()(await token({ aud: ['other', 'wuhu'] })), { agency: 'amr', jti: 'one' })
  t.match(
    await verifier()(await token({ iat: epoch + 59, exp: epoch + 60 })),
    { agency: 'amr' },
    'clocks differ a little'
  )
})

t.test('what proves nothing is refused, and says why', async (t) => {
  const good = await token()
  const [header = '', claims = '', signature = ''] = good.split('.')
  const other = await token({ iss: 'psb' })
  const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid: pair.kid })).toString('base64url')}.${claims}.`
  const cases: [string, string | undefined, Partial<KeyRecord>?][] = [
    ['token.missing', undefined],
    ['token.missing', ''],
    ['token.malformed', 'abc'],
    ['token.malformed', await token({}, { kid: 'U123' })],
    ['token.malformed', await token({ exp: 'soon' })],
    ['token.algorithm', none],
    ['token.unknown-key', await token({}, { seed: stranger.seed, kid: stranger.kid })],
    ['token.signature', await token({}, { seed: stranger.seed })],
    ['token.signature', `${header}.${other.split('.')[1]}.${signature}`],
    ['token.signature', `${header}.${claims}.`],
    ['token.key-revoked', good, { revokedAt: '2026-05-31T00:00:00Z' }],
    ['token.key-expired', good, { validUntil: '2026-06-01T00:59:59Z' }],
    ['token.key-not-yet-valid', good, { validFrom: '2026-06-01T01:00:01Z' }],
    ['token.issuer', other],
    ['token.audience', await token({ aud: 'elsewhere' })],
    ['token.expired', await token({ iat: epoch - 361, exp: epoch - 61 })],
    ['token.lifetime', await token({ exp: epoch + 301 })],
    ['token.lifetime', await token({ exp: epoch })],
    ['token.not-yet-valid', await token({ iat: epoch + 61, exp: epoch + 100 })],
    ['token.not-yet-valid', await token({ nbf: epoch + 61 })],
    ['token.no-jti', await token({ jti: undefined })],
    ['token.no-jti', await token({ jti: 'x'.repeat(129) })]
  ]
  for (const [code, text, record] of cases) {
    await t.rejects(verifier(record)(text), { name: 'Unauthenticated', code }, code)
  }
})

t.test('a stranger learns nothing of a key from a bad signature', async (t) => {
  const forged = await token({}, { seed: stranger.seed })
  const answer = async (record: Partial<KeyRecord>) => {
    const error = await verifier(record)(forged).catch((error: unknown) => error)
    return error instanceof Unauthenticated ? `${error.code} ${error.message}` : error
  }
  const usual = await answer({})
  for (const record of [
    { revokedAt: '2026-01-02T00:00:00Z' },
    { agency: 'psb' },
    { validUntil: '2026-01-02T00:00:00Z' }
  ]) {
    t.equal(await answer(record), usual)
  }
})

t.test('only what may live is minted', async (t) => {
  await t.rejects(mintToken({ seed: pair.seed, agency: 'amr', lifetime: 301 }), RangeError)
  await t.rejects(mintToken({ seed: pair.seed, agency: 'amr', lifetime: 0 }), RangeError)
  await t.rejects(mintToken({ seed: pair.kid, agency: 'amr' }), TypeError)
})

t.test('the console speaks for officers of the directory, in the roles that they hold now', async (t) => {
  const roles = [
    { role: 'handler' as const, validUntil: '2026-06-01T01:00:00Z' },
    { role: 'liaison' as const, validUntil: '2026-06-01T01:00:01Z' },
    { role: 'agency-leader' as const }
  ]
  const verify = createVerifier({
    audience: 'wuhu',
    now: () => now,
    lookupKey: async () => ({ ...registered, role: 'console' }),
    lookupOfficer: async (officer) => (officer === 'psb/p-017' ? { agency: 'psb', person: 'p-017', roles } : undefined)
  })
  const signed = (officer: { agency: string; person: string; role?: string }) =>
    mintToken({ seed: pair.seed, agency: 'amr', officer, now: () => now })
  const caller = await verify(await signed({ agency: 'psb', person: 'p-017' }))
  t.match(caller, { agency: 'psb', person: 'p-017', keyId: pair.kid })
  t.same(caller.roles, ['liaison', 'agency-leader'], 'a role that has ended is none')
  t.same((await verify(await signed({ agency: 'psb', person: 'p-017', role: 'liaison' }))).roles, ['liaison'])
  const refused: [string, string][] = [
    ['token.officer', await signed({ agency: 'psb', person: 'p-018' })],
    ['token.officer', await signed({ agency: 'amr', person: 'p-017' })],
    ['token.officer', await signed({ agency: 'psb', person: 'p-017', role: 'agency-head' })],
    ['token.officer', await signed({ agency: 'psb', person: 'p-017', role: 'handler' })],
    ['token.subject', await token()],
    ['token.subject', await token({ sub: 'psb' })],
    ['token.subject', await token({ sub: 'psb/p-017/agency-head' })],
    ['token.subject', await token({ sub: ['psb/p-017'] })],
    [
      'token.issuer',
      await mintToken({ seed: pair.seed, agency: 'psb', officer: { agency: 'psb', person: 'p-017' }, now: () => now })
    ]
  ]
  for (const [code, text] of refused) await t.rejects(verify(text), { name: 'Unauthenticated', code }, code)
})

t.test("an agency's own key speaks for nobody but the agency", async (t) => {
  await t.rejects(verifier()(await token({ sub: 'psb/p-017' })), { code: 'token.subject' })
  await t.rejects(verifier({ role: 'security-admin' })(await token({ sub: 'amr/p-001' })), { code: 'token.subject' })
})
