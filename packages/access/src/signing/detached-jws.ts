import { BadSignature } from './bad-signature.ts'
import type { Signer, Verifier } from './provider.ts'

/** What a signature is over: a signature for one purpose is none for another (RFC 8725, 3.11). */
export type Purpose = 'wuhu-statement' | 'wuhu-envelope'

/** A JWS as it came, before anything is believed of it. */
export interface Claimed {
  readonly alg: string
  readonly kid: string
  /** When it was signed, as the signer says: seconds since 1970. */
  readonly iat: number
  /** Its first part, as sent. */
  readonly header: string
  readonly signature: Uint8Array
}

const encode = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')
const signedBytes = (header: string, payload: Uint8Array) => Buffer.from(`${header}.${encode(payload)}`)

/**
 * A JWS in compact form whose payload is not in it (RFC 7515, appendix F): `header..signature`.
 * @param issuedAt seconds since 1970
 */
export function signDetached(signer: Signer, purpose: Purpose, payload: Uint8Array, issuedAt: number): string {
  const header = headerOf(signer, purpose, issuedAt)
  return `${header}..${encode(signer.sign(signedBytes(header, payload)))}`
}

/** The same, signed on another thread where the signer can. */
export async function signDetachedApart(signer: Signer, purpose: Purpose, payload: Uint8Array, issuedAt: number) {
  const header = headerOf(signer, purpose, issuedAt)
  return `${header}..${encode(await signer.signApart(signedBytes(header, payload)))}`
}

const headerOf = ({ alg, kid }: Signer, typ: Purpose, iat: number) => encode(JSON.stringify({ alg, iat, kid, typ }))

const members = ['alg', 'iat', 'kid', 'typ']

/**
 * Reads a detached JWS strictly: these four header members and no others, so there is nothing to extend (`crit`, `b64`)
 * and no key to bring along (`jwk`, `x5c`); each part in the one spelling that base64url has for it.
 * @throws BadSignature `signature.malformed`
 */
export function readDetached(jws: string, purpose: Purpose): Claimed {
  const [, header, signed] = /^([A-Za-z0-9_-]{1,800})\.\.([A-Za-z0-9_-]{1,200})$/.exec(jws) ?? []
  if (header === undefined || signed === undefined) throw malformed('send header..signature, both base64url')
  const signature = decode(signed)
  let claims: unknown
  try {
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decode(header)))
  } catch (error) {
    if (error instanceof BadSignature) throw error
    throw malformed('the header is not JSON')
  }
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) throw malformed('the header is no object')
  const { alg, iat, kid, typ } = claims as Record<string, unknown>
  if (Object.keys(claims).sort().join() !== members.join()) {
    throw malformed(`the header holds ${members.join(', ')} and nothing else`)
  }
  if (typ !== purpose) throw malformed(`typ must be ${purpose}`)
  if (typeof alg !== 'string' || typeof kid !== 'string') throw malformed('alg and kid must be given')
  if (!Number.isSafeInteger(iat) || (iat as number) <= 0) throw malformed('iat must be whole seconds since 1970')
  return { alg, kid, iat: iat as number, header, signature }
}

/** @throws BadSignature `signature.invalid` unless `verifier`'s key signed these bytes with its own algorithm */
export function verifyDetached(
  { alg, kid, header, signature }: Claimed,
  verifier: Verifier,
  payload: Uint8Array
): void {
  if (alg !== verifier.alg) throw new BadSignature('signature.malformed', `alg must be ${verifier.alg}`)
  if (kid !== verifier.kid || !verifier.verify(signedBytes(header, payload), signature)) {
    throw new BadSignature('signature.invalid', 'the signature does not match what was sent')
  }
}

const malformed = (detail: string) => new BadSignature('signature.malformed', detail)

/** The last character may carry bits that mean nothing: only zeros are taken there. */
function decode(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) throw malformed('a part is not base64url')
  return bytes
}
