import { Type } from '@sinclair/typebox'

/** What may be compared blindly: 统一社会信用代码, product, person, phone. */
export const matchKinds = ['uscc', 'product', 'person', 'phone'] as const
export type MatchKind = (typeof matchKinds)[number]

/** Ciphersuite of RFC 9497, in its verifiable mode (VOPRF). */
export const matchSuite = 'P256-SHA256'

export const matchKind = Type.Union(
  matchKinds.map((kind) => Type.Literal(kind)),
  { description: '比对项种类：uscc 统一社会信用代码、product 产品、person 姓名、phone 电话' }
)

export const MatchKindList = () =>
  Type.Array(matchKind, {
    minItems: 1,
    maxItems: matchKinds.length,
    uniqueItems: true,
    description: '相同的比对项种类'
  })

/** The first 16 bytes of the SHA-256 of the public key, so that a key id vouches for its key. */
export const MatchKeyId = (description = '比对密钥标识') =>
  Type.String({ pattern: '^[0-9a-f]{32}$', maxLength: 32, description })

/** A point of P-256, compressed (SEC 1): 33 bytes in base64url. */
export const MatchElement = (description: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]{44}$', maxLength: 44, description })

/**
 * What a clue carries in place of an identifier: 32 bytes of the OPRF in base64url. No field of an event: tokens stay
 * in info-sharing.
 */
export const matchToken = Type.Object(
  {
    keyId: MatchKeyId(),
    kind: matchKind,
    token: Type.String({ pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$', maxLength: 43, description: '比对令牌' })
  },
  { additionalProperties: false, description: '比对令牌，由本单位依据标识盲化计算，不含标识本身' }
)
