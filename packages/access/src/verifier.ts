import type { KeyObject } from 'node:crypto'
import type { Role } from '@wuhu/contracts'
import { compactVerify, decodeProtectedHeader } from 'jose'
import { isKeyId, type KeyRecord, publicKeyOf } from './key.ts'
import { maxLifetime } from './mint-token.ts'
import type { OfficerRecord } from './officers.ts'
import { Unauthenticated } from './unauthenticated.ts'

/** Who is calling, proven by a key of the directory. */
export interface Caller {
  readonly agency: string
  /** What it may act as, strongest first; of a key that is no console's exactly one. Never empty. */
  readonly roles: readonly Role[]
  /** An officer who signed in at the console. */
  readonly person?: string
  readonly keyId: string
  /** Of the token. A write without an idempotency key may use it once. */
  readonly jti: string
  /** Of the token, seconds since 1970. */
  readonly expiresAt: number
}

/** @throws Unauthenticated */
export type Verify = (token: string | undefined) => Promise<Caller>

const maxKeys = 10_000

/**
 * Checks tokens against a service's own view of the directory; no service asks another.
 * The signature is checked before anything is said about the key or its agency: only the holder of a key learns that it
 * is revoked or whose it is.
 * `skewSeconds` is how far the caller's clock may be off.
 */
export function createVerifier(options: {
  lookupKey(kid: string): Promise<KeyRecord | undefined>
  /** By `agency/person`. Without it no officer is known. */
  lookupOfficer?(officer: string): Promise<OfficerRecord | undefined>
  audience: string
  now?: () => Date
  skewSeconds?: number
}): Verify {
  const {
    lookupKey,
    lookupOfficer = async () => undefined,
    audience,
    now = () => new Date(),
    skewSeconds = 60
  } = options
  const publicKeys = new Map<string, KeyObject>()

  function publicKey(kid: string): KeyObject {
    let key = publicKeys.get(kid)
    if (!key) {
      if (publicKeys.size >= maxKeys) publicKeys.clear()
      key = publicKeyOf(kid)
      publicKeys.set(kid, key)
    }
    return key
  }

  return async (token) => {
    if (!token) throw new Unauthenticated('token.missing', 'the request carries no bearer token')
    const kid = keyIdOf(token)
    const record = await lookupKey(kid)
    if (!record) throw new Unauthenticated('token.unknown-key', 'the key that signed the token is not registered')
    const claims = await verifiedClaims(token, publicKey(kid))
    const seconds = now().getTime() / 1000
    checkKey(record, seconds)
    const rest = { keyId: kid, ...checkClaims(claims, record.agency, seconds) }
    if (record.role === 'console') return { ...(await officerOf(claims, seconds)), ...rest }
    if (claims.sub !== undefined) throw new Unauthenticated('token.subject', 'only the console speaks for officers')
    return { agency: record.agency, roles: [record.role], ...rest }
  }

  /** The console names the officer; what the officer may do is for the directory to say. */
  async function officerOf({ sub, role }: Record<string, unknown>, seconds: number) {
    const [, agency, person] =
      /^([a-z0-9-]{1,32})\/([A-Za-z0-9._-]{1,64})$/.exec(typeof sub === 'string' ? sub : '') ?? []
    if (!agency || !person) throw new Unauthenticated('token.subject', 'sub must name the officer: agency/person')
    const officer = await lookupOfficer(`${agency}/${person}`)
    const roles = (officer?.roles ?? [])
      .filter(({ validUntil }) => validUntil === undefined || Date.parse(validUntil) / 1000 > seconds)
      .map((granted) => granted.role)
      .filter((granted) => role === undefined || granted === role)
    if (roles.length === 0) throw new Unauthenticated('token.officer', 'the officer holds no such role')
    return { agency, roles, person }
  }

  function checkClaims(claims: Record<string, unknown>, agency: string, seconds: number) {
    const { iss, aud, exp, iat, nbf, jti } = claims
    if (iss !== agency) throw new Unauthenticated('token.issuer', 'iss is not the agency that the key belongs to')
    if (!(Array.isArray(aud) ? aud : [aud]).includes(audience)) {
      throw new Unauthenticated('token.audience', `aud is not ${audience}`)
    }
    if (!isInstant(exp) || !isInstant(iat) || !(nbf === undefined || isInstant(nbf))) {
      throw new Unauthenticated('token.malformed', 'iat and exp must be given, in seconds since 1970')
    }
    if (exp - iat > maxLifetime || exp <= iat) {
      throw new Unauthenticated('token.lifetime', `exp must be at most ${maxLifetime} seconds after iat`)
    }
    if (Math.max(iat, nbf ?? 0) > seconds + skewSeconds) {
      throw new Unauthenticated('token.not-yet-valid', `the token begins more than ${skewSeconds} seconds from now`)
    }
    if (exp + skewSeconds <= seconds) throw new Unauthenticated('token.expired', 'the token has expired')
    if (typeof jti !== 'string' || !/^[!-~]{1,128}$/.test(jti)) {
      throw new Unauthenticated('token.no-jti', 'jti must be given: 1 to 128 printable characters')
    }
    return { jti, expiresAt: exp }
  }
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0

function keyIdOf(token: string): string {
  let header: { alg?: unknown; kid?: unknown }
  try {
    header = decodeProtectedHeader(token)
  } catch {
    throw new Unauthenticated('token.malformed', 'the token is not a JWT')
  }
  if (header.alg !== 'EdDSA') throw new Unauthenticated('token.algorithm', 'alg must be EdDSA')
  if (typeof header.kid !== 'string' || !isKeyId(header.kid)) {
    throw new Unauthenticated('token.malformed', 'kid must be a public NKey')
  }
  return header.kid
}

async function verifiedClaims(token: string, key: KeyObject): Promise<Record<string, unknown>> {
  let payload: Uint8Array
  try {
    payload = (await compactVerify(token, key, { algorithms: ['EdDSA'] })).payload
  } catch {
    throw new Unauthenticated('token.signature', 'the signature does not match')
  }
  try {
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims))
      return claims as Record<string, unknown>
  } catch {
    // Falls through: what is not JSON carries no claims.
  }
  throw new Unauthenticated('token.malformed', 'the claims are not a JSON object')
}

function checkKey(record: KeyRecord, seconds: number): void {
  if (record.revokedAt !== undefined) throw new Unauthenticated('token.key-revoked', 'the key is revoked')
  if (seconds < Date.parse(record.validFrom) / 1000) {
    throw new Unauthenticated('token.key-not-yet-valid', 'the key is not valid yet')
  }
  if (record.validUntil !== undefined && seconds >= Date.parse(record.validUntil) / 1000) {
    throw new Unauthenticated('token.key-expired', 'the key is not valid any more')
  }
}
