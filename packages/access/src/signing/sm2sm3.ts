import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { type SignatureProvider, type Signer, signerWith, type Verifier, verifierWith } from './provider.ts'

/** Of the recommended curve (GB/T 32918.5). */
const order = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123')
/** The user id where two sides agreed on none (GB/T 35276, 10): Node's own SM2 leaves it empty and fits nobody. */
const userId = '1234567812345678'

const sm3 = (...parts: Uint8Array[]) => {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** e of GB/T 32918.2: SM3 over the signer's Z and the message. */
const digestFor = (publicKey: string, bytes: Uint8Array) => sm3(sm2.getZ(publicKey, userId), bytes)

/** 64 hexadecimal digits: d. Its public key is 04 and the point's 128 digits. */
export interface Sm2PrivateKey {
  readonly d: string
  readonly publicKey: string
}

/**
 * SM2 with SM3 in software. A signature is r and s, 32 bytes each, as a JWS wants it; GB/T 35276's DER is another writing
 * of the same two numbers. `SM2` is a name of our own: RFC 7518's registry has none.
 * Software alone does not pass the assessment of commercial cryptography 密评: that takes a certified module behind this
 * same interface.
 */
export const sm2sm3: SignatureProvider<Sm2PrivateKey, string> = {
  alg: 'SM2',
  hash: (bytes) => sm3(bytes),
  sign: ({ d, publicKey }, bytes) => Buffer.from(sm2.doSignature(digestFor(publicKey, bytes), d), 'hex'),
  verify(publicKey, bytes, signature) {
    const hex = Buffer.from(signature).toString('hex')
    if (hex.length !== 128 || !inRange(hex.slice(0, 64)) || !inRange(hex.slice(64))) return false
    return sm2.doVerifySignature(digestFor(publicKey, bytes), hex, publicKey)
  }
}

/** r and s lie between 1 and n-1 (GB/T 32918.2, 7.1); the library does not look. */
const inRange = (hex: string) => {
  const number = BigInt(`0x${hex}`)
  return number > 0n && number < order
}

/** @throws TypeError unless `d` is 64 hexadecimal digits and a private key */
export function sm2Signer(kid: string, d: string): Signer {
  if (!/^[0-9a-f]{64}$/i.test(d) || !inRange(d)) throw new TypeError('not an SM2 private key')
  return signerWith(sm2sm3, kid, { d, publicKey: sm2.getPublicKeyFromPrivateKey(d) })
}

/** @throws TypeError unless `publicKey` is 04 and 128 hexadecimal digits, and a point of the curve */
export function sm2Verifier(kid: string, publicKey: string): Verifier {
  if (!/^04[0-9a-f]{128}$/i.test(publicKey) || !isPoint(publicKey)) throw new TypeError('not an SM2 public key')
  return verifierWith(sm2sm3, kid, publicKey)
}

function isPoint(publicKey: string): boolean {
  try {
    return sm2.verifyPublicKey(publicKey)
  } catch {
    return false
  }
}
