import { createHmac } from 'node:crypto'
import { nkeys } from '@nats-io/transport-node'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Claims of a token that would be accepted; `change` overrides, and undefined takes a claim away. */
export function claims(agency: string, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000)
  return { iss: agency, aud: 'wuhu', iat: now, exp: now + 300, jti: crypto.randomUUID(), ...change }
}

/** A JWT with any header and claims, signed with the seed: what mintToken refuses to make. */
export function signed(seed: string, payload: unknown, header: Readonly<Record<string, unknown>> = {}): string {
  const pair = nkeys.fromSeed(new TextEncoder().encode(seed))
  const text = `${encode({ alg: 'EdDSA', typ: 'JWT', kid: pair.getPublicKey(), ...header })}.${encode(payload)}`
  return `${text}.${Buffer.from(pair.sign(new TextEncoder().encode(text))).toString('base64url')}`
}

/** A JWT "signed" by knowing the public key alone: the classical confusion of HS256. */
export function hmacSigned(kid: string, payload: unknown): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${encode(payload)}`
  return `${text}.${createHmac('sha256', kid).update(text).digest('base64url')}`
}

/** A JWT without a signature. */
export const unsigned = (kid: string, payload: unknown) =>
  `${encode({ alg: 'none', typ: 'JWT', kid })}.${encode(payload)}.`

/** The token with one bit of its signature turned over. */
export function damaged(token: string): string {
  const at = token.lastIndexOf('.') + 10
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}
