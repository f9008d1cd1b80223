/** Stable codes of what can go wrong between a file and its keys. */
export type SealingProblem =
  /** None of the identities is one that it was sealed to. */
  | 'sealing.wrong-key'
  /** Cut off, or changed on the way: nothing of it is to be trusted. */
  | 'sealing.damaged'
  /** No age file at all. */
  | 'sealing.not-sealed'
  /** The ciphertext has another SHA-256 than was told. */
  | 'sealing.hash-differs'
  /** The target is there: nothing is overwritten. */
  | 'sealing.exists'
  /** No age recipient, or no age identity. */
  | 'sealing.bad-key'

const sentences: Record<SealingProblem, string> = {
  'sealing.wrong-key': 'the file is not sealed to this identity',
  'sealing.damaged': 'the file is cut off or was changed',
  'sealing.not-sealed': 'the file is no age file',
  'sealing.hash-differs': 'the file is not the one whose hash was told',
  'sealing.exists': 'the target is there already, and is not overwritten',
  'sealing.bad-key': 'that is no age key'
}

/** A file could not be sealed or opened. Neither keys nor content stand in it. */
export class SealingError extends Error {
  readonly code: SealingProblem
  constructor(code: SealingProblem) {
    super(`${code}: ${sentences[code]}`)
    this.name = 'SealingError'
    this.code = code
  }
}
