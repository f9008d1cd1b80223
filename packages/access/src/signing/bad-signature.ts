/** Why a signature is not taken. Stable codes, with titles in the host's message files. */
export type SignatureProblem = 'signature.malformed' | 'signature.key' | 'signature.invalid' | 'signature.stale'

/** A signature that is not taken; its text names neither keys nor values. */
export class BadSignature extends Error {
  readonly code: SignatureProblem

  constructor(code: SignatureProblem, detail: string) {
    super(detail)
    this.name = 'BadSignature'
    this.code = code
  }
}
