import { generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair, mintToken } from '@wuhu/access'
import { claims, signed } from '../bad-input/forged-token.ts'
import { hmac, malleated, partsOf, publicKeyOf, resigned, rsaOrEc } from './forgery.ts'
import type { HttpAttack } from './http-attack.ts'
import type { Target } from './http-target.ts'

const kidOf = (token: string) => JSON.parse(Buffer.from(partsOf(token)[0], 'base64url').toString()).kid as string

/** An attack that is tried on a write and on a read; whether it would have been allowed is not even asked. */
const everywhere = (attack: Omit<HttpAttack, 'send' | 'status'>): HttpAttack[] => [
  { status: 401, send: 'POST /v1/cases', body: { reason: 'x' }, ...attack },
  { status: 401, send: 'GET /v1/mailbox', ...attack, what: `${attack.what}, to read` }
]

/** Algorithm confusion, keys that the token brings along, keys of others. Beside what test/bad-input/wrong-tokens.ts has. */
export async function forgedTokens({ stack }: Target, listener: string): Promise<HttpAttack[]> {
  const seed = await stack.seed('science')
  const kid = kidOf(await stack.token('science'))
  const ofPsb = kidOf(await stack.token('psb'))
  const publicKey = publicKeyOf(kid)
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const algorithm = { code: 'token.algorithm' }
  const signature = { code: 'token.signature' }
  const withHeader = (header: object) => signed(seed, claims('science'), header as Record<string, unknown>)
  const stranger = createKeyPair().seed
  const brought = (header: object) => signed(stranger, claims('science'), { kid, ...header })
  const rows: Omit<HttpAttack, 'send' | 'status'>[] = [
    ...['eddsa', 'EDDSA', 'EdDSA ', 'Ed25519', 'none', 'None', 'nOnE', ''].map((alg) => ({
      what: `alg "${alg}", signed with the real key`,
      token: withHeader({ alg }),
      ...algorithm
    })),
    { what: 'alg as a list', token: withHeader({ alg: ['EdDSA'] }), ...algorithm },
    { what: 'no alg', token: withHeader({ alg: undefined }), ...algorithm },
    {
      what: 'HS256 with the public key in PEM as secret',
      token: hmac(kid, publicKey.export({ type: 'spki', format: 'pem' })),
      ...algorithm
    },
    {
      what: 'HS256 with the raw public key as secret',
      token: hmac(kid, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
      ...algorithm
    },
    { what: 'RS256 by a key of its own', token: rsaOrEc('RS256', kid, rsa), ...algorithm },
    { what: 'ES256 by a key of its own', token: rsaOrEc('ES256', kid, ec), ...algorithm },
    { what: 'EdDSA said, RSA signed', token: rsaOrEc('EdDSA', kid, rsa), ...signature },
    { what: 'EdDSA said, HMAC signed', token: hmac(kid, Buffer.from(kid), 'EdDSA'), ...signature },
    { what: 'EdDSA said, nothing signed', token: `${partsOf(withHeader({})).slice(0, 2).join('.')}.`, ...signature },
    { what: 'a signature of zeros', token: resigned(withHeader({}), Buffer.alloc(64)), ...signature },
    { what: 'a signature with another form of the same number', token: malleated(withHeader({})), ...signature },
    { what: 'jku, where its key lies', token: brought({ jku: `${listener}/keys.json` }), ...signature },
    { what: 'x5u, where its certificate lies', token: brought({ x5u: `${listener}/cert.pem` }), ...signature },
    { what: 'x5c, a certificate of its own', token: brought({ x5c: ['QUJD'] }), ...signature },
    { what: 'crit that nobody understands', token: withHeader({ crit: ['evil'], evil: true }), ...signature },
    { what: "another agency's kid over one's own signature", token: withHeader({ kid: ofPsb }), ...signature },
    { what: 'the seed of the key for a kid', token: withHeader({ kid: seed }), code: 'token.malformed' },
    { what: 'kid as a list', token: withHeader({ kid: [kid] }), code: 'token.malformed' },
    { what: 'kid in small letters', token: withHeader({ kid: kid.toLowerCase() }), code: 'token.malformed' }
  ]
  return rows.flatMap(everywhere)
}

/** Tokens for another bus, in other names, in other places than the header. */
export async function misusedTokens({ stack }: Target): Promise<HttpAttack[]> {
  const seed = await stack.seed('science')
  const make = (change: object) => signed(seed, claims('science', change as Record<string, unknown>))
  const good = await stack.token('science')
  const elsewhere = await mintToken({ seed, agency: 'science', audience: 'wuhu-test' })
  return [
    ...['WUHU', 'wuhu ', 'wuhu,', 'https://wuhu', ['police-cloud'], { wuhu: true }, true].flatMap((aud) =>
      everywhere({ what: `a token for ${JSON.stringify(aud)}`, token: make({ aud }), code: 'token.audience' })
    ),
    ...everywhere({ what: 'a token of the test bus', token: elsewhere, code: 'token.audience' }),
    ...['psb', 'SCIENCE', 'science ', ['science'], null].flatMap((iss) =>
      everywhere({ what: `iss ${JSON.stringify(iss)}`, token: make({ iss }), code: 'token.issuer' })
    ),
    {
      what: 'a token in the address',
      send: `GET /v1/mailbox?access_token=${good}`,
      token: null,
      status: 401,
      code: 'token.missing'
    },
    {
      what: 'a token in a cookie',
      send: 'GET /v1/mailbox',
      token: null,
      headers: { cookie: `wuhu-session=${good}; __Host-wuhu-session=${good}` },
      status: 401,
      code: 'token.missing'
    },
    {
      what: 'a token to a proxy',
      send: 'GET /v1/mailbox',
      token: null,
      headers: { 'proxy-authorization': `Bearer ${good}`, 'x-forwarded-user': 'amr', 'x-agency': 'amr' },
      status: 401,
      code: 'token.missing'
    }
  ]
}

/** An agency's key that speaks for officers, claims roles, or is not for agencies at all; the console's key for anybody. */
export async function claimedRoles({ stack, officer, officerToken }: Target): Promise<HttpAttack[]> {
  const seed = await stack.seed('science')
  const desk = await stack.seed('amr', 'console')
  const service = (await readFile(join(stack.dataDir, 'keys', 'service.audit.nk'), 'utf8')).trim()
  const own = (change: object) => signed(seed, claims('science', change as Record<string, unknown>))
  const console = (change: object) => signed(desk, claims('amr', change as Record<string, unknown>))
  const sub = `${officer.agency}/${officer.person}`
  const subject = { code: 'token.subject' }
  const denied = { status: 403, code: 'access.denied' }
  const asOfficer = { agency: officer.agency, person: officer.person }
  const register = { send: 'POST /v1/agencies', body: { code: 'evil', name: 'x', keys: [] } }
  return [
    ...everywhere({ what: 'an agency speaks for an officer', token: own({ sub }), ...subject }),
    ...everywhere({
      what: 'for an officer of its own',
      token: own({ sub: 'science/p-1', role: 'agency-head' }),
      ...subject
    }),
    {
      what: 'an agency claims roles',
      ...register,
      token: own({ role: 'security-admin', roles: ['security-admin'], agency: 'amr', admin: true, scope: 'all' }),
      ...denied,
      log: { agency: 'science', decision: 'access.role' }
    },
    {
      what: "a service's key, which signs events and asks for nothing",
      send: 'GET /v1/cases',
      token: await mintToken({ seed: service, agency: 'amr' }),
      ...denied,
      log: { agency: 'amr', decision: 'access.role' }
    },
    ...[undefined, '', 'psb', '/p-017', 'psb/', `${sub}/agency-head`, `../${sub}`, [sub], { agency: 'psb' }].flatMap(
      (one) => everywhere({ what: `the console for ${JSON.stringify(one)}`, token: console({ sub: one }), ...subject })
    ),
    ...everywhere({
      what: 'the console for nobody known',
      token: console({ sub: 'psb/p-404' }),
      code: 'token.officer'
    }),
    ...everywhere({ what: 'for an officer elsewhere', token: console({ sub: 'court/p-017' }), code: 'token.officer' }),
    ...everywhere({
      what: 'for an officer, in a role not held',
      token: await officerToken(officer.agency, officer.person, 'agency-head'),
      code: 'token.officer'
    }),
    ...everywhere({
      what: 'in several roles',
      token: console({ sub, role: ['handler', 'agency-head'] }),
      code: 'token.officer'
    }),
    ...everywhere({
      what: 'the console in the name of psb',
      token: console({ iss: 'psb', sub }),
      code: 'token.issuer'
    }),
    {
      what: 'an officer who changes the directory',
      ...register,
      token: console({ sub, roles: ['security-admin'] }),
      ...denied,
      log: { ...asOfficer, decision: 'access.role' }
    },
    {
      what: 'an officer who decides what its head decides, and says it is the head',
      send: 'POST /v1/clues/019a0000-0000-7000-8000-000000000001/assign',
      body: { to: 'psb', dueAt: '2099-01-01T00:00:00+08:00', by: { person: officer.person, role: 'agency-head' } },
      token: console({ sub }),
      ...denied,
      log: { ...asOfficer, decision: 'access.role' }
    },
    {
      what: 'an officer who works in the name of another',
      send: 'POST /v1/clues',
      body: { channel: 'report', title: '甲', allegedAct: 'inducement', by: { person: 'p-001', role: 'handler' } },
      token: console({ sub }),
      status: 403,
      code: 'access.by',
      log: { ...asOfficer, decision: 'access.allowed' }
    }
  ]
}
