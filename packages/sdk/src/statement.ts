import { signStatement } from '#access/signing'

/** One command, as it is signed. */
export interface Unsigned {
  /** The bearer token that goes with it. */
  readonly token: string
  readonly command: string
  readonly params: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
  readonly idempotencyKey: string
  /** If-Match as it is sent, quotes included. */
  readonly ifMatch: string | undefined
  /** Wuhu-Attestation as it is sent: it is part of what is signed. */
  readonly attestation: string | undefined
}

/** Makes the value of the header `Wuhu-Signature`. Called for each attempt, because the token is part of what is signed. */
export type SignRequest = (request: Unsigned) => string | Promise<string>

/** Signs with the agency's own key. */
export function signerWithSeed(seed: string): SignRequest {
  return (request) => signStatement({ seed, ...request })
}
