import { createHmac, createPublicKey, createSign, type KeyObject } from 'node:crypto'
import { claims } from '../bad-input/forged-token.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Header, claims, signature. */
export const partsOf = (token: string) => token.split('.') as [string, string, string]

/** The Ed25519 key behind a public NKey. */
export function publicKeyOf(kid: string): KeyObject {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...kid].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  const x = bytes.subarray(1, 33).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

/** A token that claims science's kid and is signed with a shared secret. */
export function hmac(kid: string, secret: string | Buffer, alg = 'HS256'): string {
  const text = `${encode({ alg, typ: 'JWT', kid })}.${encode(claims('science'))}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

/** A token that claims science's kid and is signed with another kind of key. */
export function rsaOrEc(alg: string, kid: string, key: KeyObject): string {
  const text = `${encode({ alg, typ: 'JWT', kid })}.${encode(claims('science'))}`
  return `${text}.${createSign('sha256').update(text).sign({ key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** The token with another signature. */
export const resigned = (token: string, signature: Buffer) =>
  `${partsOf(token).slice(0, 2).join('.')}.${signature.toString('base64url')}`

/** S + L for S: the same point, another text (RFC 8032, section 5.1.7 refuses it). */
export function malleated(token: string): string {
  const signature = Buffer.from(partsOf(token)[2], 'base64url')
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  const other = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()
  return resigned(token, Buffer.concat([signature.subarray(0, 32), other]))
}
