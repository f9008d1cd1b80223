import { DLEQProof, Evaluation, type FinalizeData, Oprf, VOPRFClient } from '@cloudflare/voprf-ts'
import { CryptoNoble } from '@cloudflare/voprf-ts/crypto-noble'
import type { MatchKind } from '@wuhu/contracts'

/** What info-sharing answers: evaluated elements and one proof for all, in base64url. */
export interface Evaluated {
  readonly evaluated: readonly string[]
  readonly proof: string
}

/** Inputs under way. Holds the identifiers and the blinds: it never leaves the agency. */
export interface Blinded {
  /** Compressed points in base64url: they tell nothing of the inputs, not even whether two are the same. */
  readonly elements: readonly string[]
  /**
   * Checks the proof and takes the blinds off.
   * @returns the outputs, 32 bytes each, in the order of the inputs
   * @throws ProofFailed
   */
  finalise(answer: Evaluated): Promise<Uint8Array[]>
}

/** The answer was not made with the key that it should have been made with, or is no answer at all. */
export class ProofFailed extends Error {
  readonly code = 'match.proof-failed'

  constructor(why: string) {
    super(`the evaluation is not to be trusted: ${why}`)
    this.name = 'ProofFailed'
  }
}

const suite = Oprf.Suite.P256_SHA256
const elementSize = 33
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

/** What goes into the function: the kind before the identifier, so that a phone number is never equal to a name. */
export function inputOf(kind: MatchKind, normalised: string): Uint8Array {
  return new TextEncoder().encode(`wuhu/match/v1/${kind}\n${normalised}`)
}

/**
 * Blinds inputs for a key, by RFC 9497 in its verifiable mode. `publicKey`: 33 bytes. `blinds`: fixed scalars, for the
 * test vectors of the RFC only.
 */
export async function blind(
  inputs: readonly Uint8Array[],
  publicKey: Uint8Array,
  blinds?: readonly Uint8Array[]
): Promise<Blinded> {
  const client = new VOPRFClient(suite, publicKey, CryptoNoble)
  if (blinds) {
    const left = blinds.map((scalar) => client.group.desScalar(scalar))
    client.randomBlinder = async () => left.shift() ?? client.group.randomScalar()
  }
  const [secrets, request] = await client.blind([...inputs])
  return {
    elements: request.blinded.map((element) => encode(element.serialize(true))),
    finalise: (answer) => finalise(client, secrets, answer)
  }
}

async function finalise(client: VOPRFClient, secrets: FinalizeData, answer: Evaluated): Promise<Uint8Array[]> {
  try {
    const elements = answer.evaluated.map((text) => {
      const bytes = decode(text)
      if (bytes.length !== elementSize) throw new Error('an element has another size')
      return client.group.desElt(bytes)
    })
    const proof = DLEQProof.deserialize(client.group.id, decode(answer.proof), CryptoNoble)
    return await client.finalize(secrets, new Evaluation(Oprf.Mode.VOPRF, elements, proof))
  } catch (error) {
    throw new ProofFailed((error as Error).message)
  }
}
