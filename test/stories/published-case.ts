import cases from './published-cases.json' with { type: 'json' }

/** One entry of a published timeline; `null` where the source did not say. */
export interface TimelineEntry {
  readonly order: number
  readonly date: string | null
  readonly actor_agency: string | null
  readonly to_agency: string | null
  readonly action_zh: string
  readonly mutual: string | null
  readonly mutual_fit: string | null
}

/** What of a published case the stories use; see README.md. */
export interface PublishedCase {
  readonly id: string
  readonly title_zh: string
  readonly source: string
  readonly track: string
  readonly secret_kind: string | null
  readonly conduct_zh: string
  readonly legal_basis: string | null
  readonly lead_channel: string | null
  readonly timeline: readonly TimelineEntry[]
  readonly penalty_cny: number | null
  readonly penalty_kind: string | null
  readonly outcome_zh: string
}

/** All published cases, in the order of their ids. */
export const publishedCases: readonly PublishedCase[] = cases

/** @throws Error for an id that is not in the set */
export function publishedCase(id: string): PublishedCase {
  const found = publishedCases.find((one) => one.id === id)
  if (!found)
    throw new Error(`没有案例 ${id} · there is no case ${id}; they are ts-001 to ts-072, see published-cases.json`)
  return found
}
