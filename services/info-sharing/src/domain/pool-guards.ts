import { type Actor, type AudienceEntry, audienceOf, beijingTime } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { PoolKind } from './pool-entry.ts'

/** The pool is the office's: in its agency, the head or staff. */
export function assertPoolKeeper({ by, offices }: { by: Actor; offices: readonly string[] }): void {
  if (!offices.includes(by.agency)) throw new Refusal('expert.office-only', 'only the office keeps the pool')
  if (by.role !== 'office-head' && by.role !== 'office-staff') {
    throw new Refusal('expert.role', 'needs role office-head or office-staff in by')
  }
}

/** An entry is good for today at least, and a conflict names somebody. */
export function assertValid(
  kind: PoolKind,
  entry: {
    readonly validUntil?: string | undefined
    readonly conflicts?: readonly { company?: string; uscc?: string; person?: string }[] | undefined
  },
  now: string
): void {
  if (entry.validUntil !== undefined && entry.validUntil < beijingTime(now).slice(0, 10)) {
    throw new Refusal(`${kind}.validity`, 'the entry would end before it begins')
  }
  if (entry.conflicts?.some((one) => (one.company ?? one.uscc ?? one.person) === undefined)) {
    throw new Refusal(`${kind}.conflict-unnamed`, 'a conflict names a company or a person')
  }
}

/** The office writes; the five core agencies may look for an expert, and see a mask where the name stands. */
export function poolAudience(publisher: string, offices: readonly string[], core: readonly string[]): AudienceEntry[] {
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    ...offices.map((agency) => ({ agency, ground: 'party' }) as const),
    ...core.map((agency) => ({ agency, ground: 'addressee' }) as const)
  )
}
