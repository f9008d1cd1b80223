import { EvaluationRequest, VOPRFServer } from '@cloudflare/voprf-ts'
import { CryptoNoble } from '@cloudflare/voprf-ts/crypto-noble'
import { matchSuite } from '@wuhu/contracts'
import { Problem } from '@wuhu/host'
import type { MatchKey } from './key-file.ts'

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Evaluates blinded elements with a key, and proves that it was this key (RFC 9497, section 3.3.2). */
export type Evaluation = (key: MatchKey) => Promise<{ evaluated: string[]; proof: string }>

/**
 * Reads elements. A point that is not on the curve would give away the key bit by bit, so it is refused before any
 * arithmetic with the key; so are the identity and every second spelling of a point.
 * @throws Problem 400 naming the places of what is no element
 */
export function readElements(elements: readonly string[]): Evaluation {
  const group = VOPRFServer.getGroup(matchSuite, CryptoNoble)
  const points = elements.map((text) => {
    try {
      const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
      const point = group.desElt(bytes)
      return point.isIdentity() || encode(point.serialize(true)) !== text ? undefined : point
    } catch {
      return undefined
    }
  })
  const errors = points.flatMap((point, index) =>
    point
      ? []
      : [
          {
            in: 'body' as const,
            path: `/elements/${index}`,
            message: '不是 P-256 曲线上的点',
            message_en: 'is no point of P-256'
          }
        ]
  )
  if (errors.length > 0) throw new Problem(400, 'match.element', 'see errors', errors)
  const request = new EvaluationRequest(points.filter((point) => point !== undefined))
  return async ({ secret }) => {
    const { evaluated, proof } = await new VOPRFServer(matchSuite, secret, CryptoNoble).blindEvaluate(request)
    if (!proof) throw new TypeError('the evaluation has no proof')
    return { evaluated: evaluated.map((element) => encode(element.serialize(true))), proof: encode(proof.serialize()) }
  }
}
