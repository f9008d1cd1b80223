import { createHash } from 'node:crypto'
import type { MatchKind } from '@wuhu/contracts'
import { normalise } from './normalise.ts'
import { blind, type Evaluated, inputOf, ProofFailed } from './oprf.ts'
import { type Unusable, UnusableIdentifier } from './unusable-identifier.ts'

export { type Evaluated, type MatchKind, normalise, ProofFailed, type Unusable, UnusableIdentifier }

/** An identifier as somebody wrote it. */
export interface Identifier {
  readonly kind: MatchKind
  readonly text: string
}

/** What goes with a clue in the identifier's place. */
export interface MatchToken {
  readonly keyId: string
  readonly kind: MatchKind
  readonly token: string
}

/** Answer of `GET /v1/matching/keys`. */
export interface MatchingKeys {
  readonly current: string
  readonly keys: readonly { readonly keyId: string; readonly publicKey: string }[]
}

export interface MatcherOptions {
  /** `GET /v1/matching/keys`. */
  keys(): Promise<MatchingKeys>
  /** `POST /v1/matching/evaluations`: all that ever leaves the agency. Elements count against its quota. */
  evaluate(request: { keyId: string; elements: readonly string[] }): Promise<Evaluated & { readonly keyId: string }>
}

export interface Matcher {
  /**
   * Tokens for identifiers, in their order; spellings of one identifier give one token.
   * @param keyId of an older key, to compare with clues that have no newer tokens yet; default: the current one
   * @throws UnusableIdentifier before anything is sent; ProofFailed; and what `keys` and `evaluate` throw
   */
  tokens(identifiers: readonly Identifier[], keyId?: string): Promise<MatchToken[]>
}

/** Elements that info-sharing takes at once. */
const batch = 16

/** The agency's side of blind matching 盲比对, from identifiers to the tokens that a clue carries. */
export function createMatcher({ keys, evaluate }: MatcherOptions): Matcher {
  return {
    async tokens(identifiers, keyId) {
      const distinct = new Map<string, { kind: MatchKind; input: Uint8Array }>()
      for (const { kind, text } of identifiers) {
        const input = inputOf(kind, normalise(kind, text))
        distinct.set(Buffer.from(input).toString('base64url'), { kind, input })
      }
      if (distinct.size === 0) return []
      const key = keyOf(await keys(), keyId)
      const all = [...distinct.values()]
      const tokens: MatchToken[] = []
      for (let from = 0; from < all.length; from += batch) {
        const part = all.slice(from, from + batch)
        const blinded = await blind(
          part.map(({ input }) => input),
          key.bytes
        )
        const answer = await evaluate({ keyId: key.keyId, elements: blinded.elements })
        if (answer.keyId !== key.keyId) throw new ProofFailed('it was made with another key')
        const outputs = await blinded.finalise(answer)
        for (const [index, { kind }] of part.entries()) {
          tokens.push({ keyId: key.keyId, kind, token: Buffer.from(outputs[index] ?? []).toString('base64url') })
        }
      }
      return tokens
    }
  }
}

/** The id vouches for the key: it is announced to every agency, and is in the log. */
function keyOf({ current, keys }: MatchingKeys, wanted = current) {
  const found = keys.find(({ keyId }) => keyId === wanted)
  if (!found) throw new ProofFailed('there is no such key')
  const bytes = new Uint8Array(Buffer.from(found.publicKey, 'base64url'))
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  if (id !== wanted) throw new ProofFailed('the public key is not the one that its id names')
  return { keyId: wanted, bytes }
}
