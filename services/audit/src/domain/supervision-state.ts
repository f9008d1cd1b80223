import type { SuperviseEvent } from '@wuhu/contracts'
import type { Acting, Standing } from './acting.ts'

type DataOf<Type extends SuperviseEvent['type']> = Extract<SuperviseEvent, { type: Type }>['data']

export type Proposal = DataOf<'supervise.proposed.v1'>
export type Subject = Proposal['subject']
export type DocumentKind = DataOf<'supervise.issued.v1'>['document']

/**
 * `proposed`: nobody but the proposer knows of it. `issued`: not signed for yet. `rejected`: the target reports again.
 * `dismissed`, `letter-sent`, `closed` and `cancelled` are final.
 */
export const supervisionStatuses = [
  'proposed',
  'dismissed',
  'letter-sent',
  'issued',
  'acknowledged',
  'reported',
  'rejected',
  'accepted',
  'closed',
  'cancelled'
] as const
export type SupervisionStatus = (typeof supervisionStatuses)[number]

/** 督办: one card, or letter, from its proposal to its end. */
export interface Supervision {
  readonly status: SupervisionStatus
  readonly proposal: Proposal
  /** Reports so far. */
  readonly rounds: number
  /** The clock of this card that was missed last; none since the last report was sent back. */
  readonly overdue?: string
  readonly card: 'none' | 'yellow' | 'red'
  readonly escalated: boolean
}

export type SupervisionState = { readonly status: 'none' } | Supervision

/** A clock that was missed, as the log has it. */
export interface Breach {
  readonly deadline: string
  readonly rule: string
  /** What the rule is called. */
  readonly name?: string
  /** Where it stands, as the card cites it: 国务院令310第7条. */
  readonly law: string
  readonly of: string
  readonly holder: string
  /** RFC 3339. */
  readonly dueAt: string
}

/** What supervision rests on: data, editable without code. */
export interface SupervisionRules {
  /** Of the period that a card gives, in days of rule E1. */
  readonly days: { readonly min: number; readonly max: number }
  /** Rules whose breach no conference may take up, and why. */
  readonly unsupervised: Readonly<Record<string, string>>
}

interface Reported {
  readonly text: string
  readonly documentNumber?: string
  readonly attachments?: NonNullable<DataOf<'supervise.reported.v1'>['attachments']>
}

/** `breach` is what the log knows of the clock that the subject names. */
export type SupervisionCommand =
  | {
      readonly do: 'propose'
      readonly by: Acting
      readonly origin: Proposal['origin']
      readonly target: Standing
      readonly subject: Subject
      readonly title?: string
      readonly reason?: string
      readonly breach?: Breach
      readonly rules: SupervisionRules
    }
  | { readonly do: 'dismiss'; readonly by: Acting; readonly reason: string }
  | {
      readonly do: 'issue'
      readonly by: Acting
      readonly days: number
      readonly demand?: string
      readonly document?: DocumentKind
      readonly documentNumber?: string
      readonly rules: SupervisionRules
    }
  | { readonly do: 'send-letter'; readonly by: Acting; readonly text?: string; readonly documentNumber?: string }
  | { readonly do: 'acknowledge'; readonly by: Acting }
  | { readonly do: 'report'; readonly by: Acting; readonly report: Reported }
  | { readonly do: 'accept'; readonly by: Acting; readonly note?: string }
  | {
      readonly do: 'reject'
      readonly by: Acting
      readonly reason: string
      readonly days: number
      readonly rules: SupervisionRules
    }
  /** `since`: when the card was issued, or its last report sent back; RFC 3339, as `dueAt` of the clock. */
  | {
      readonly do: 'find-overdue'
      readonly by: Acting
      readonly deadline: string
      readonly dueAt: string
      readonly since: string
    }
  | { readonly do: 'yellow-card'; readonly by: Acting; readonly reason: string }
  | { readonly do: 'red-card'; readonly by: Acting; readonly reason: string }
  | { readonly do: 'escalate'; readonly by: Acting; readonly reason: string }
  | { readonly do: 'close'; readonly by: Acting; readonly note?: string; readonly documentNumber?: string }
  | { readonly do: 'cancel'; readonly by: Acting; readonly reason: string }

/** Who has a part in it. A target learns of nothing before it is issued, nor that it was thought of. */
export function involvedIn(state: SupervisionState, agency: string): boolean {
  if (state.status === 'none') return false
  const { issuer, target } = state.proposal
  return issuer === agency || (target === agency && state.status !== 'proposed' && state.status !== 'dismissed')
}
