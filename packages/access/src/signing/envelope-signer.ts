import type { Envelope } from '@wuhu/contracts'
import { signDetached } from './detached-jws.ts'
import { signerOf } from './ed25519.ts'

/** A service's hand on its own events, just before they are stored. */
export type SignEnvelope = (envelope: Envelope) => Envelope

/**
 * Signs what no agency signed, and says for whom: `signedby` is `service#key for actor`. Where an agency signed what it
 * said, the service countersigns the event that it made of it: time, version, audience and data are its own words.
 * @param seed the service's NKey seed
 * @throws TypeError for a seed that is none
 */
export function createEnvelopeSigner({ service, seed }: { service: string; seed: string }): SignEnvelope {
  const signer = signerOf(seed)
  return (envelope) => {
    const issuedAt = Math.floor(Date.parse(envelope.time) / 1000)
    const sign = (bytes: Uint8Array) => signDetached(signer, 'wuhu-envelope', bytes, issuedAt)
    const { data, ...rest } = envelope
    if (rest.signature !== undefined) return { ...rest, countersignature: sign(countersignedEnvelope(envelope)), data }
    const signed = { ...rest, signedby: `${service}#${signer.kid} for ${envelope.actor}` }
    return { ...signed, signature: sign(signedEnvelope({ ...signed, data })), data }
  }
}

/**
 * What a service signs of an event: its JSON without the member `signature`. In bytes as published: what stands there less
 * the first `,"signature":"…"`.
 */
export function signedEnvelope({ signature: _, ...rest }: Envelope): Uint8Array {
  return Buffer.from(JSON.stringify(rest))
}

/** What a service countersigns: the event's JSON without the member `countersignature`. */
export function countersignedEnvelope({ countersignature: _, ...rest }: Envelope): Uint8Array {
  return Buffer.from(JSON.stringify(rest))
}
