import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { compactVerify } from 'jose'
import t from 'tap'
import { createKeyPair, publicKeyOf } from '../key.ts'
import { readDetached, signDetached, verifyDetached } from './detached-jws.ts'
import { ed25519, signerOf, verifierOf } from './ed25519.ts'

const pair = createKeyPair()
const payload = Buffer.from('what was said')
const jws = signDetached(signerOf(pair.seed), 'wuhu-statement', payload, 1_780_275_600)
const check = (text: string, bytes: Uint8Array = payload, kid = pair.kid) =>
  verifyDetached(readDetached(text, 'wuhu-statement'), verifierOf(kid), bytes)
const base64url = (text: string) => Buffer.from(text).toString('base64url')

t.test('Ed25519 gives the signature of RFC 8037, A.4, and takes it, A.5', async (t) => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
  const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'
  const input = Buffer.from('eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc')
  const signature = Buffer.from(
    'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    'base64url'
  )
  const privateKey = createPrivateKey({ key: { ...jwk, d }, format: 'jwk' })
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  t.same(Buffer.from(ed25519.sign(privateKey, input)), signature)
  t.ok(ed25519.verify(publicKey, input, signature))
  t.notOk(ed25519.verify(publicKey, Buffer.from('eyJhbGciOiJFZERTQSJ9.'), signature))
  t.notOk(ed25519.verify(publicKey, input, signature.subarray(1)), 'a short signature is false, not an error')
})

t.test('another implementation reads it as RFC 7515, appendix F, says', async (t) => {
  const [header, nothing, signature] = jws.split('.')
  t.equal(nothing, '')
  const whole = `${header}.${payload.toString('base64url')}.${signature}`
  const { protectedHeader } = await compactVerify(whole, publicKeyOf(pair.kid), { algorithms: ['EdDSA'] })
  t.same(protectedHeader, { alg: 'EdDSA', iat: 1_780_275_600, kid: pair.kid, typ: 'wuhu-statement' })
  t.doesNotThrow(() => check(jws))
})

t.test('no bit of signature, header or payload may change', async (t) => {
  const flipped = (bytes: Buffer, bit: number) => {
    const copy = Buffer.from(bytes)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return copy
  }
  fc.assert(
    fc.property(fc.nat(jws.length * 8 - 1), (bit) => {
      t.throws(() => check(flipped(Buffer.from(jws), bit).toString('latin1')))
    }),
    { numRuns: 400 }
  )
  fc.assert(
    fc.property(fc.nat(payload.length * 8 - 1), (bit) => {
      t.throws(() => check(jws, flipped(payload, bit)), { code: 'signature.invalid' })
    })
  )
})

t.test('the last character has one spelling', async (t) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const taken = [...alphabet].filter((letter) => {
    const respelt = jws.slice(0, -1) + letter
    const same = Buffer.from(respelt.split('.')[2] ?? '', 'base64url').equals(
      Buffer.from(jws.split('.')[2] ?? '', 'base64url')
    )
    if (!same) return false
    try {
      check(respelt)
      return true
    } catch {
      return false
    }
  })
  t.same(taken, [jws.at(-1)])
})

/** Signed properly, with a header of our choice. */
function withHeader(header: object | string, seed = pair.seed): string {
  const first = base64url(typeof header === 'string' ? header : JSON.stringify(header))
  const signature = signerOf(seed).sign(Buffer.from(`${first}.${payload.toString('base64url')}`))
  return `${first}..${Buffer.from(signature).toString('base64url')}`
}

t.test('headers that ask for something else are refused, though properly signed', async (t) => {
  const good = { alg: 'EdDSA', iat: 1_780_275_600, kid: pair.kid, typ: 'wuhu-statement' }
  t.doesNotThrow(() => check(withHeader(good)))
  const { publicKey } = { publicKey: publicKeyOf(pair.kid) }
  const bad: Record<string, object | string> = {
    'alg none': { ...good, alg: 'none' },
    'alg HS256': { ...good, alg: 'HS256' },
    'alg of another provider': { ...good, alg: 'SM2' },
    'b64 false': { ...good, b64: false },
    'b64 false and crit': { ...good, b64: false, crit: ['b64'] },
    'an unknown crit': { ...good, crit: ['x'], x: 1 },
    'a key of its own': { ...good, jwk: publicKey.export({ format: 'jwk' }) },
    'an address of a key': { ...good, jku: 'https://example.org/keys' },
    'a token': { ...good, typ: 'JWT' },
    'an envelope': { ...good, typ: 'wuhu-envelope' },
    'no typ': { alg: good.alg, iat: good.iat, kid: good.kid },
    'iat as text': { ...good, iat: '1780275600' },
    'iat of no instant': { ...good, iat: 0 },
    'kid as a list': { ...good, kid: [pair.kid] },
    'a list': [good],
    null: 'null',
    'no JSON': '{',
    'broken UTF-8': '\ud800'
  }
  for (const [what, header] of Object.entries(bad)) {
    t.throws(() => check(withHeader(header)), { code: 'signature.malformed' }, what)
  }
  const first = base64url(JSON.stringify({ ...good, alg: 'HS256' }))
  const secret = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  for (const key of [secret, Buffer.from(pair.kid)]) {
    const mac = createHmac('sha256', key)
      .update(`${first}.${payload.toString('base64url')}`)
      .digest('base64url')
    t.throws(() => check(`${first}..${mac}`), { code: 'signature.malformed' }, 'HS256 with the public key as secret')
  }
})

t.test('another shape, another key', async (t) => {
  const [header, , signature] = jws.split('.')
  for (const text of [
    '',
    '..',
    `${header}..`,
    `..${signature}`,
    `${header}.${payload.toString('base64url')}.${signature}`,
    `${header}..${signature}.`,
    ` ${jws}`,
    `${jws}\n`,
    `${jws}, ${jws}`,
    `${header}=..${signature}`,
    'A'.repeat(100_000)
  ]) {
    t.throws(() => check(text), { code: 'signature.malformed' }, text.slice(0, 40))
  }
  const other = createKeyPair()
  t.throws(() => check(jws, payload, other.kid), { code: 'signature.invalid' })
  const claimed = { alg: 'EdDSA', iat: 1, kid: pair.kid, typ: 'wuhu-statement' }
  t.throws(() => check(withHeader(claimed, other.seed)), { code: 'signature.invalid' }, "another's seed, our kid")
})
