import type { MatchKind } from '@wuhu/contracts'

/** `empty`: nothing is left of it; `malformed`: it is none of its kind; `masked`: parts are hidden, so it would match others. */
export type Unusable = 'empty' | 'malformed' | 'masked'

/** A text that cannot be compared. Never repeats it. */
export class UnusableIdentifier extends Error {
  readonly code = 'match.unusable'
  readonly kind: MatchKind
  readonly reason: Unusable

  constructor(kind: MatchKind, reason: Unusable) {
    super(`the ${kind} cannot be matched: ${reason}`)
    this.name = 'UnusableIdentifier'
    this.kind = kind
    this.reason = reason
  }
}
