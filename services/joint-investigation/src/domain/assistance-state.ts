import type { AssistEvent } from '@wuhu/contracts'
import type { Approver } from './assistance-approval.ts'

type DataOf<Type extends AssistEvent['type']> = Extract<AssistEvent, { type: Type }>['data']

type Requested = DataOf<'assist.requested.v1'>
/** 协助调查函, whoever it is addressed to. */
export type Letter = Omit<Requested, 'addressee'>
/** A body outside the mechanism 机制外单位, which has no access here. */
export type External = DataOf<'assist.external-requested.v1'>['external']

/**
 * `sent`: not signed for yet, by the first addressee or by the one it was forwarded to. `supplement-requested`: the
 * addressee has to answer again. `confirmed` and `refused` wait to be closed; `withdrawn` and `closed` are final.
 */
export const assistanceStatuses = [
  'sent',
  'received',
  'accepted',
  'refused',
  'replied',
  'supplement-requested',
  'confirmed',
  'withdrawn',
  'closed'
] as const
export type AssistanceStatus = (typeof assistanceStatuses)[number]

/** 协查: one letter from one agency to another, and what came of it. */
export interface Assistance {
  readonly status: AssistanceStatus
  readonly letter: Letter
  /** Who has to act on it now: the last agency it was forwarded to. None where a body outside was asked. */
  readonly addressee?: string
  readonly external?: External
  /** Agencies that had it and handed it on. */
  readonly former: readonly string[]
  /** RFC 3339; where a day was promised, on acceptance or later. */
  readonly dueAt?: string
  readonly extended: boolean
  /** Replies so far. */
  readonly rounds: number
}

export type AssistanceState = { readonly status: 'none' } | Assistance

/**
 * `agency` is the caller's, from its token; `registered` whether the directory knows the agency that is written to,
 * `approverStands` whether it bears the approver out.
 */
export type AssistanceCommand =
  | {
      readonly do: 'request'
      readonly agency: string
      readonly letter: Omit<Requested, 'requester'>
      readonly registered: boolean
      readonly approverStands: boolean
    }
  | {
      readonly do: 'request-outside'
      readonly agency: string
      readonly letter: Omit<DataOf<'assist.external-requested.v1'>, 'requester'>
      readonly approverStands: boolean
    }
  | {
      readonly do: 'import-reply'
      readonly agency: string
      readonly reply: Omit<DataOf<'assist.external-answered.v1'>, 'round'>
    }
  | { readonly do: 'receive'; readonly agency: string }
  | { readonly do: 'accept'; readonly agency: string; readonly dueAt?: string }
  | { readonly do: 'refuse'; readonly agency: string; readonly reason: string }
  | {
      readonly do: 'forward'
      readonly agency: string
      readonly to: string
      readonly reason: string
      readonly registered: boolean
      /** Whether both are market regulators, as the first letter said of its own two. */
      readonly withinSystem?: boolean
    }
  | {
      readonly do: 'extend'
      readonly agency: string
      readonly dueAt?: string
      readonly reason: string
      readonly approver: Approver
      readonly approverStands: boolean
    }
  | { readonly do: 'reply'; readonly agency: string; readonly reply: Omit<DataOf<'assist.replied.v1'>, 'round'> }
  | {
      readonly do: 'request-supplement'
      readonly agency: string
      readonly wanted: DataOf<'assist.supplement-requested.v1'>
    }
  | { readonly do: 'confirm'; readonly agency: string; readonly note?: string }
  | { readonly do: 'withdraw'; readonly agency: string; readonly reason: string }
  | { readonly do: 'close'; readonly agency: string; readonly note?: string }

/** Agencies that took part: whoever is not here cannot tell the assistance from one that does not exist. */
export function involved(state: AssistanceState, agency: string): boolean {
  return (
    state.status !== 'none' &&
    (state.letter.requester === agency || state.addressee === agency || state.former.includes(agency))
  )
}
