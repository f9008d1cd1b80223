import { type AudienceEntry, audienceOf, type EvidenceEvent } from '@wuhu/contracts'

type DataOf<Type extends EvidenceEvent['type']> = Extract<EvidenceEvent, { type: Type }>['data']

/** 保管中、移交途中、已发还、已处置. */
export const evidenceStatuses = ['held', 'in-transit', 'returned', 'disposed'] as const
export type EvidenceStatus = (typeof evidenceStatuses)[number]

/** 证据物品: one thing, and who answers for it. */
export interface Evidence {
  readonly status: EvidenceStatus
  readonly caseNumber: string
  /** What is written on its label. */
  readonly label: Pick<DataOf<'evidence.registered.v1'>, 'kind' | 'number' | 'name'>
  /** Who asked for it, where it came of an assistance. */
  readonly requester?: string
  /** Who holds it now. On its way to another it still is the one that hands it over. */
  readonly holder: string
  /** Who has to sign for it. */
  readonly towards?: string
  /** Every agency through whose hands it went, in order. */
  readonly holders: readonly string[]
}
export type EvidenceState = { readonly status: 'none' } | Evidence

/** `agency` is the caller's, from its token. */
export type EvidenceCommand =
  | {
      readonly do: 'register'
      readonly agency: string
      /** With the requester, where it came of an assistance. */
      readonly item: Omit<DataOf<'evidence.registered.v1'>, 'holder'>
    }
  | {
      readonly do: 'hand-over'
      readonly agency: string
      readonly handing: Omit<DataOf<'evidence.handed-over.v1'>, 'from' | 'kind' | 'number' | 'name'>
      /** Whether the directory knows the agency that it goes to. */
      readonly registered: boolean
    }
  | {
      readonly do: 'receive'
      readonly agency: string
      readonly receipt: Omit<DataOf<'evidence.received.v1'>, 'from' | 'by'>
    }
  | { readonly do: 'return'; readonly agency: string; readonly returning: Omit<DataOf<'evidence.returned.v1'>, 'by'> }
  | {
      readonly do: 'dispose'
      readonly agency: string
      readonly disposal: Omit<DataOf<'evidence.disposed.v1'>, 'by'>
    }

/** Whoever is not here cannot tell the thing from one that does not exist. */
export function concerned(state: EvidenceState, agency: string): boolean {
  if (state.status === 'none') return false
  return state.holders.includes(agency) || state.towards === agency || state.requester === agency
}

/** Who may see an event: whoever holds or held the thing, has to sign for it, or asked for it. */
export function evidenceAudience(state: Evidence, publisher: string): AudienceEntry[] {
  const { holders, towards, requester } = state
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    ...holders.map((agency) => ({ agency, ground: 'party' as const })),
    towards === undefined ? undefined : { agency: towards, ground: 'addressee' },
    requester === undefined ? undefined : { agency: requester, ground: 'addressee' }
  )
}
