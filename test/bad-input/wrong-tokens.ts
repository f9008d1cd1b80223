import { mintToken } from '@wuhu/access'
import { claims, damaged, hmacSigned, signed, unsigned } from './forged-token.ts'
import type { World } from './world.ts'
import { planted, type WrongRequest } from './wrong-request.ts'

/** Tokens that prove nothing; each is tried on a write of one service and a read of another. */
export async function wrongTokens({ stack, keys, usedToken }: World): Promise<WrongRequest[]> {
  const seed = await stack.seed('science')
  const good = await stack.token('science')
  const kid = JSON.parse(Buffer.from(good.split('.')[0] ?? '', 'base64url').toString()).kid as string
  const mint = (more: object) => mintToken({ seed, agency: 'science', ...more })
  const at = (seconds: number) => () => new Date(Date.now() + seconds * 1000)
  const now = Math.floor(Date.now() / 1000)
  const make = (change: object, header = {}) =>
    signed(seed, claims('science', change as Record<string, unknown>), header)

  const malformed = { code: 'token.malformed', detail: 'send Authorization: Bearer and the token' } as const
  const noJwt = { code: 'token.malformed', detail: 'the token is not a JWT' } as const
  const noKey = { code: 'token.malformed', detail: 'kid must be a public NKey' } as const
  const algorithm = { code: 'token.algorithm', detail: 'alg must be EdDSA' } as const
  const signature = { code: 'token.signature', detail: 'the signature does not match' } as const
  const lifetime = { code: 'token.lifetime', detail: 'exp must be at most 300 seconds after iat' } as const
  const early = { code: 'token.not-yet-valid', detail: 'the token begins more than 60 seconds from now' } as const
  const noJti = { code: 'token.no-jti', detail: 'jti must be given: 1 to 128 printable characters' } as const
  const instants = { code: 'token.malformed', detail: 'iat and exp must be given, in seconds since 1970' } as const
  const issuer = { code: 'token.issuer', detail: 'iss is not the agency that the key belongs to' } as const
  const audience = { code: 'token.audience', detail: 'aud is not wuhu' } as const

  const rows: Omit<WrongRequest, 'send'>[] = [
    {
      what: 'no token',
      token: null,
      code: 'token.missing',
      detail: 'the request carries no bearer token',
      answer: { 'www-authenticate': 'Bearer realm="wuhu"' }
    },
    {
      what: 'another scheme',
      headers: { authorization: `Basic ${Buffer.from('science:x').toString('base64')}` },
      ...malformed
    },
    { what: 'a token of 5,000 characters', token: 'a'.repeat(5000), ...malformed },
    { what: 'a token with blanks', token: `${good} ${planted.slice(0, 8)}`, ...malformed },
    { what: 'no JWT', token: 'abc', ...noJwt },
    { what: 'a JWT of two parts', token: good.split('.').slice(0, 2).join('.'), ...noJwt },
    { what: 'alg none', token: unsigned(kid, claims('science')), ...algorithm },
    { what: 'alg HS256 with the public key as secret', token: hmacSigned(kid, claims('science')), ...algorithm },
    { what: 'alg NONE in capitals', token: make({}, { alg: 'NONE' }), ...algorithm },
    { what: 'no kid', token: make({}, { kid: undefined }), ...noKey },
    { what: 'a kid with a path', token: make({}, { kid: '../../keys/amr.nk' }), ...noKey },
    { what: 'a kid with SQL', token: make({}, { kid: "' or 1=1 --" }), ...noKey },
    { what: 'a kid whose checksum fails', token: make({}, { kid: `U${'A'.repeat(55)}` }), ...noKey },
    {
      what: 'an unknown kid',
      token: signed(keys.stranger.seed, claims('science')),
      code: 'token.unknown-key',
      detail: 'the key that signed the token is not registered'
    },
    {
      what: 'a key of its own in the header',
      token: signed(keys.stranger.seed, claims('science'), { kid, jwk: { kty: 'OKP' } }),
      ...signature
    },
    { what: 'a damaged signature', token: damaged(good), ...signature },
    {
      what: 'a signature over other claims',
      token: [good.split('.')[0], make({ jti: 'x' }).split('.')[1], good.split('.')[2]].join('.'),
      ...signature
    },
    {
      what: 'a revoked key',
      token: await mint({ seed: keys.revoked.seed }),
      code: 'token.key-revoked',
      detail: 'the key is revoked'
    },
    {
      what: 'a key of which the time is over',
      token: await mint({ seed: keys.expired.seed }),
      code: 'token.key-expired',
      detail: 'the key is not valid any more'
    },
    {
      what: 'a key of which the time has not come',
      token: await mint({ seed: keys.future.seed }),
      code: 'token.key-not-yet-valid',
      detail: 'the key is not valid yet'
    },
    { what: 'agency psb with the key of science', token: await mint({ agency: 'psb' }), ...issuer },
    { what: 'no agency', token: make({ iss: undefined }), ...issuer },
    { what: 'another audience', token: await mint({ audience: 'police-cloud' }), ...audience },
    { what: 'no audience', token: make({ aud: undefined }), ...audience },
    {
      what: 'an expired token',
      token: await mint({ now: at(-400) }),
      code: 'token.expired',
      detail: 'the token has expired'
    },
    { what: 'a token that lives 301 seconds', token: make({ iat: now, exp: now + 301 }), ...lifetime },
    { what: 'a token that ends before it begins', token: make({ iat: now, exp: now - 1 }), ...lifetime },
    { what: 'a token issued in two minutes', token: await mint({ now: at(120) }), ...early },
    { what: 'a token not valid before two minutes', token: make({ nbf: now + 120 }), ...early },
    { what: 'no exp', token: make({ exp: undefined }), ...instants },
    { what: 'exp as a text', token: make({ exp: String(now + 300) }), ...instants },
    {
      what: 'iat beyond all numbers',
      token: signed(seed, { ...claims('science'), iat: null, exp: 1e308 }),
      ...instants
    },
    { what: 'no jti', token: make({ jti: undefined }), ...noJti },
    { what: 'an empty jti', token: make({ jti: '' }), ...noJti },
    { what: 'a jti of 129 characters', token: make({ jti: 'j'.repeat(129) }), ...noJti },
    { what: 'a jti with blanks', token: make({ jti: planted }), ...noJti },
    {
      what: 'claims that are no object',
      token: signed(seed, [planted]),
      code: 'token.malformed',
      detail: 'the claims are not a JSON object'
    }
  ]
  const body = { title: planted }
  return [
    ...rows.map((row) => ({ send: 'POST /v1/cases', body, ...row })),
    ...rows.map((row) => ({ send: 'GET /v1/mailbox', ...row, what: `${row.what}, to read` })),
    {
      what: 'a token that made a write before, without Idempotency-Key',
      send: 'POST /v1/clues',
      token: usedToken,
      body: { channel: 'report', allegedAct: 'inducement', title: planted },
      code: 'token.replayed',
      detail: 'a write without Idempotency-Key needs a token of its own'
    }
  ]
}
