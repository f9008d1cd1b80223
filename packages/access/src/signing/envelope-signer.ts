import type { Envelope } from '@wuhu/contracts'
import { signDetached, signDetachedApart } from './detached-jws.ts'
import { signerOf } from './ed25519.ts'

/** A service's hand on its own events, just before they are stored. */
export interface SignEnvelope {
  (envelope: Envelope): Envelope
  /** The same on another thread: who has many to sign goes on answering others. */
  apart(envelope: Envelope): Promise<Envelope>
}

/**
 * Signs what no agency signed, and says for whom: `signedby` is `service#key for actor`. Where an agency signed what it
 * said, the service countersigns the event that it made of it: time, version, audience and data are its own words.
 * @param seed the service's NKey seed
 * @throws TypeError for a seed that is none
 */
export function createEnvelopeSigner({ service, seed }: { service: string; seed: string }): SignEnvelope {
  const signer = signerOf(seed)
  /** What is signed, and the event with the signature in its place. */
  const prepare = (envelope: Envelope) => {
    const { data, ...rest } = envelope
    const issuedAt = Math.floor(Date.parse(envelope.time) / 1000)
    if (rest.signature !== undefined) {
      const place = (countersignature: string): Envelope => ({ ...rest, countersignature, data })
      return { bytes: countersignedEnvelope(envelope), issuedAt, place }
    }
    const named = { ...rest, signedby: `${service}#${signer.kid} for ${envelope.actor}` }
    const place = (signature: string): Envelope => ({ ...named, signature, data })
    return { bytes: signedEnvelope({ ...named, data }), issuedAt, place }
  }
  const sign = (envelope: Envelope): Envelope => {
    const { bytes, issuedAt, place } = prepare(envelope)
    return place(signDetached(signer, 'wuhu-envelope', bytes, issuedAt))
  }
  const apart = async (envelope: Envelope): Promise<Envelope> => {
    const { bytes, issuedAt, place } = prepare(envelope)
    return place(await signDetachedApart(signer, 'wuhu-envelope', bytes, issuedAt))
  }
  return Object.assign(sign, { apart })
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
