import { createPrivateKey, createPublicKey, hkdfSync, randomBytes, sign, verify } from 'node:crypto'
import type { KeyPair } from '@nats-io/jwt'

/** What an NKey is of; the first letter of its public form. */
export type KeyKind = 'operator' | 'account' | 'user'

/** Signs by node:crypto: the client's own tweetnacl takes 7 ms a signature, and JWTs are made by the hundred. */
export type Signer = KeyPair

const prefixes: Readonly<Record<KeyKind, number>> = { operator: 14 << 3, account: 0, user: 20 << 3 }
const seedPrefix = 18 << 3
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 of RFC 4648 without padding over the bytes and their CRC-16 (XMODEM), as NKeys are written. */
function encoded(bytes: Uint8Array): string {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of [...bytes, crc & 0xff, crc >> 8]) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

function decoded(text: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text) {
    value = ((value << 5) | alphabet.indexOf(letter)) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}

function seedOf(kind: KeyKind, raw: Uint8Array): string {
  const prefix = prefixes[kind]
  return encoded(Buffer.from([seedPrefix | (prefix >> 5), (prefix & 31) << 3, ...raw]))
}

/** A new secret seed (`SO...`, `SA...`, `SU...`). */
export function createSeed(kind: KeyKind): string {
  return seedOf(kind, randomBytes(32))
}

/**
 * The seed that belongs to `label` under `secret`, the same each time (HKDF-SHA256, RFC 5869): what is derived need not
 * be kept, and is there again when everything but the secret was lost.
 */
export function derivedSeed(kind: KeyKind, secret: Uint8Array, label: string): string {
  return seedOf(kind, new Uint8Array(hkdfSync('sha256', secret, '', label, 32)))
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @throws TypeError unless `seed` is an NKey seed of an operator, account or user */
export function signerOf(seed: string): Signer {
  const bytes = decoded(seed)
  const prefix = (((bytes[0] ?? 0) & 7) << 5) | ((bytes[1] ?? 0) >> 3)
  const kind = (Object.keys(prefixes) as KeyKind[]).find((one) => prefixes[one] === prefix)
  if (!kind || bytes.length !== 36 || encoded(bytes.subarray(0, 34)) !== seed) throw new TypeError('not an NKey seed')
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, bytes.subarray(2, 34)]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key)
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const id = encoded(Buffer.from([prefix, ...raw]))
  const cannot = () => {
    throw new TypeError('this key signs, and does nothing else')
  }
  return {
    getPublicKey: () => id,
    getSeed: () => new TextEncoder().encode(seed),
    getPrivateKey: () => bytes.subarray(2, 34),
    sign: (input) => sign(null, input, key),
    verify: (input, signature) => verify(null, input, publicKey, signature),
    clear: cannot,
    seal: cannot,
    open: cannot
  }
}
