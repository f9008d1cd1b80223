import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { createUser, fromPublic, fromSeed } from '@nats-io/nkeys'
import type { KeyRole } from '@wuhu/contracts'

/** A key as the directory knows it. Instants are RFC 3339. */
export interface KeyRecord {
  /** Public NKey of a user, `U` and 55 characters. */
  readonly kid: string
  readonly agency: string
  readonly role: KeyRole
  readonly validFrom: string
  readonly validUntil?: string | undefined
  readonly revokedAt?: string | undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 of RFC 4648 without padding, as NKeys use it. */
function fromBase32(text: string): Buffer {
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

/** Whether `text` is the public NKey of a user, checksum included. */
export function isKeyId(text: string): boolean {
  if (!/^U[A-Z2-7]{55}$/.test(text)) return false
  try {
    fromPublic(text)
    return true
  } catch {
    return false
  }
}

/** A new Ed25519 pair. `seed` (`SU...`) is secret and never leaves its owner. */
export function createKeyPair(): { readonly kid: string; readonly seed: string } {
  const pair = createUser()
  return { kid: pair.getPublicKey(), seed: new TextDecoder().decode(pair.getSeed()) }
}

// An encoded key is a prefix byte, 32 bytes of key, two of checksum; a seed has two prefix bytes.
const publicJwk = (kid: string) => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: fromBase32(kid).subarray(1, 33).toString('base64url')
})

/** @throws TypeError unless `kid` is a user's public NKey */
export function publicKeyOf(kid: string): KeyObject {
  if (!isKeyId(kid)) throw new TypeError('not the public NKey of a user')
  return createPublicKey({ key: publicJwk(kid), format: 'jwk' })
}

interface SigningKey {
  readonly kid: string
  readonly key: KeyObject
}

// The NKeys library takes 5 ms to find the public key of a seed; who signs, signs again.
const signingKeys = new Map<string, SigningKey>()

/** @throws TypeError unless `seed` is a user's NKey seed */
export function privateKeyOf(seed: string): SigningKey {
  let known = signingKeys.get(seed)
  if (!known) {
    known = readSeed(seed)
    if (signingKeys.size >= 100) signingKeys.clear()
    signingKeys.set(seed, known)
  }
  return known
}

function readSeed(seed: string): SigningKey {
  if (!/^SU[A-Z2-7]{56}$/.test(seed)) throw new TypeError('not the NKey seed of a user')
  const kid = fromSeed(new TextEncoder().encode(seed)).getPublicKey()
  const d = fromBase32(seed).subarray(2, 34).toString('base64url')
  return { kid, key: createPrivateKey({ key: { ...publicJwk(kid), d }, format: 'jwk' }) }
}
