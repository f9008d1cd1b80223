/** A company or person on either side of the comparison; at least one of them is named. */
export interface Concerned {
  readonly company?: string | undefined
  readonly uscc?: string | undefined
  readonly person?: string | undefined
}

/** An expert or an appraisal institution as far as it decides whether it may be asked. */
export interface Candidate {
  readonly kind: 'expert' | 'appraiser'
  readonly id: string
  /** Of the person, or of the institution. */
  readonly name: string
  /** The institution's own code. */
  readonly uscc?: string | undefined
  /** Where the expert works. */
  readonly employer?: string | undefined
  readonly employerUscc?: string | undefined
  readonly conflicts: readonly Concerned[]
  /** Last day, `2026-06-01`. */
  readonly validUntil?: string | undefined
}

/** By what a candidate stands near the matter; codes only, never whom. */
export type Conflict = 'itself' | 'employer' | 'known-conflict'

/**
 * Why a candidate has to stay away 回避: it is itself concerned, works for a company that is, or has a known conflict with
 * one. Compared are unified social credit codes, names of companies without their legal form, and names of persons. A
 * surname alone is no ground: in a small banner half the pool would share one.
 */
export function conflictsOf(candidate: Candidate, concerned: readonly Concerned[]): Conflict[] {
  const { kind, name, uscc, employer, employerUscc, conflicts } = candidate
  const itself: Concerned = kind === 'expert' ? { person: name } : { company: name, uscc }
  const near: readonly (readonly [Conflict, Concerned])[] = [
    ['itself', itself],
    ['employer', { company: employer, uscc: employerUscc }],
    ...conflicts.map((one) => ['known-conflict', one] as const)
  ]
  const found = near.filter(([, one]) => concerned.some((other) => same(one, other)))
  return [...new Set(found.map(([conflict]) => conflict))]
}

function same(one: Concerned, other: Concerned): boolean {
  return (
    equal(plain(one.uscc), plain(other.uscc)) ||
    equal(companyOf(one.company), companyOf(other.company)) ||
    equal(plain(one.person), plain(other.person))
  )
}

const equal = (one: string, other: string) => one !== '' && one === other

/** Full and half width, case, spaces and punctuation make no difference. */
const plain = (text: string | undefined) =>
  (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const legalForm = /(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)+$/u

function companyOf(name: string | undefined): string {
  const whole = plain(name)
  const bare = whole.replace(legalForm, '')
  return bare === '' ? whole : bare
}
