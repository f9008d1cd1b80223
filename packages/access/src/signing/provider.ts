/**
 * One way to hash and sign. Keys are whatever the provider makes of them: bytes in software, a handle where the key never
 * leaves its hardware. A provider with certified hardware needs these four and nothing else.
 */
export interface SignatureProvider<PrivateKey, PublicKey> {
  /** `alg` of a JWS (RFC 7515, 4.1.1). */
  readonly alg: string
  hash(bytes: Uint8Array): Uint8Array
  sign(privateKey: PrivateKey, bytes: Uint8Array): Uint8Array
  /** The same on another thread, where the provider can: the caller's goes on. */
  signApart?(privateKey: PrivateKey, bytes: Uint8Array): Promise<Uint8Array>
  /** False for whatever does not verify; it never throws for a bad signature. */
  verify(publicKey: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean
}

/** A private key with its provider. */
export interface Signer {
  readonly alg: string
  readonly kid: string
  sign(bytes: Uint8Array): Uint8Array
  signApart(bytes: Uint8Array): Promise<Uint8Array>
}

/** A public key with its provider: the key decides the algorithm, never the message. */
export interface Verifier {
  readonly alg: string
  readonly kid: string
  verify(bytes: Uint8Array, signature: Uint8Array): boolean
}

export function signerWith<PrivateKey>(
  provider: SignatureProvider<PrivateKey, never>,
  kid: string,
  key: PrivateKey
): Signer {
  return {
    alg: provider.alg,
    kid,
    sign: (bytes) => provider.sign(key, bytes),
    signApart: async (bytes) => provider.signApart?.(key, bytes) ?? provider.sign(key, bytes)
  }
}

export function verifierWith<PublicKey>(
  provider: SignatureProvider<never, PublicKey>,
  kid: string,
  key: PublicKey
): Verifier {
  return { alg: provider.alg, kid, verify: (bytes, signature) => provider.verify(key, bytes, signature) }
}
