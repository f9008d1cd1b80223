import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { privateKeyOf, publicKeyOf } from '../key.ts'
import { type SignatureProvider, type Signer, signerWith, type Verifier, verifierWith } from './provider.ts'

const signOnThread = promisify(sign)

/** Ed25519 (RFC 8032) and SHA-256, by Node's OpenSSL. `EdDSA` is the name of RFC 8037. */
export const ed25519: SignatureProvider<KeyObject, KeyObject> = {
  alg: 'EdDSA',
  hash: (bytes) => createHash('sha256').update(bytes).digest(),
  sign: (privateKey, bytes) => sign(null, bytes, privateKey),
  signApart: (privateKey, bytes) => signOnThread(null, bytes, privateKey),
  verify: (publicKey, bytes, signature) => signature.length === 64 && verify(null, bytes, publicKey, signature)
}

/** Signs with an NKey seed. @throws TypeError for a seed that is none */
export function signerOf(seed: string): Signer {
  const { kid, key } = privateKeyOf(seed)
  return signerWith(ed25519, kid, key)
}

const verifiers = new Map<string, Verifier>()

/** Verifies with a public NKey, which is an Ed25519 key and nothing else. @throws TypeError for a key that is none */
export function verifierOf(kid: string): Verifier {
  let known = verifiers.get(kid)
  if (!known) {
    known = verifierWith(ed25519, kid, publicKeyOf(kid))
    if (verifiers.size >= 10_000) verifiers.clear()
    verifiers.set(kid, known)
  }
  return known
}
