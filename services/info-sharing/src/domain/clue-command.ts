import type { Actor, ClueEvent } from '@wuhu/contracts'

type DataOf<Type extends ClueEvent['type']> = Extract<ClueEvent, { type: Type }>['data']
type Step<Name extends string, Rest = unknown> = { do: Name; by: Actor } & Rest
/** A step of the office: `offices` are the agencies that run it now. */
type OfficeStep<Name extends string, Rest> = Step<Name, { offices: readonly string[] } & Rest>

/** Which authority is competent 管辖. */
export type JurisdictionCommand =
  | Step<'assess-upper', DataOf<'clue.assessed-upper.v1'>>
  | Step<'dispute-jurisdiction', DataOf<'clue.jurisdiction-disputed.v1'>>
  | Step<'settle-jurisdiction', DataOf<'clue.jurisdiction-settled.v1'>>

/** From the filed case to its decision 处罚, and to the police and back 移送. */
export type OutcomeCommand =
  | Step<'inform-reporter', DataOf<'clue.reporter-informed.v1'>>
  | Step<'extend-penalty', { reason: string }>
  | Step<'decide-penalty', Omit<DataOf<'clue.penalty-decided.v1'>, 'approver'>>
  /** Follows from the notice 公示 that makes it public. */
  | Step<'publish-penalty', DataOf<'clue.penalty-published.v1'>>
  /** These two follow from what happened to the transfer 移送; nobody commands them. */
  | Step<'transfer', DataOf<'clue.transferred.v1'>>
  | Step<'take-back', DataOf<'clue.taken-back.v1'>>

export type ClueCommand =
  /** With a number it is registered at once; without one it stays a draft. */
  | Step<'receive', { clue: Omit<DataOf<'clue.received.v1'>, 'intake'>; caseNumber?: string }>
  | Step<'register', { caseNumber: string }>
  | OfficeStep<'match', { other: string; basis: string }>
  | OfficeStep<'merge', { into: string; reason: string }>
  | OfficeStep<'absorb', { clue: string; intakes: readonly string[]; reason: string }>
  | OfficeStep<'assign', Omit<DataOf<'clue.assigned.v1'>, 'title'>>
  | Step<'accept', DataOf<'clue.accepted.v1'>>
  | Step<'return', { reason: string }>
  | Step<'extend', { dueAt: string; reason: string }>
  | Step<'suspend', DataOf<'clue.suspended.v1'>>
  | Step<'resume', { reason: string }>
  | Step<'file', Omit<DataOf<'clue.filed.v1'>, 'approver'>>
  | Step<'not-file', Omit<DataOf<'clue.not-filed.v1'>, 'approver'>>
  | Step<'refer', DataOf<'clue.referred.v1'>>
  | Step<'feedback', { outcome: string }>
  /** `openWork`: whether work on the case is under way elsewhere. */
  | Step<'archive', { offices: readonly string[]; openWork: boolean; note?: string }>
  | Step<'reopen', { offices: readonly string[]; reason: string }>
  | JurisdictionCommand
  | OutcomeCommand
