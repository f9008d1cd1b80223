/** Why a token proves nothing. Stable codes. */
export type TokenProblem =
  | 'token.missing'
  | 'token.malformed'
  | 'token.algorithm'
  | 'token.unknown-key'
  | 'token.key-revoked'
  | 'token.key-expired'
  | 'token.key-not-yet-valid'
  | 'token.signature'
  | 'token.issuer'
  | 'token.audience'
  | 'token.expired'
  | 'token.lifetime'
  | 'token.not-yet-valid'
  | 'token.no-jti'
  | 'token.certificate'
  | 'token.subject'
  | 'token.officer'

/** The caller did not prove who it is. `detail` is one sentence and names no agency. */
export class Unauthenticated extends Error {
  readonly code: TokenProblem

  constructor(code: TokenProblem, detail: string) {
    super(detail)
    this.name = 'Unauthenticated'
    this.code = code
  }
}
