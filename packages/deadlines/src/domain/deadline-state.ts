import type { Calendar, Period, Rule } from '@wuhu/calendar'
import type { DeadlineEvent } from '@wuhu/contracts'

/** `breached`: missed, and still waiting for what had to happen. `met` (in time or late) and `cancelled` are final. */
export const deadlineStatuses = ['open', 'suspended', 'breached', 'met', 'cancelled'] as const
export type DeadlineStatus = (typeof deadlineStatuses)[number]

type DataOf<Type extends DeadlineEvent['type']> = Extract<DeadlineEvent, { type: Type }>['data']

/** Which clock, of what, and whose. */
export type Clock = Pick<DataOf<'deadline.set.v1'>, 'rule' | 'of' | 'key' | 'holder'>

/** 时限: one clock that runs on one aggregate. Follows from the events alone. */
export interface Deadline {
  readonly status: DeadlineStatus
  readonly clock: Clock
  readonly period: Period
  readonly rulesVersion: string
  /** The threshold that was warned of last: earlier ones are not warned of again. */
  readonly warnedAt?: string
  /** Of what was met. */
  readonly late?: boolean
}

export type DeadlineState = { readonly status: 'none' } | Deadline

/** What dates are computed by. */
export interface Computing {
  readonly rule: Rule
  readonly calendar: Calendar
}

/** `by`: id of the event that brought it about; `at`: when that happened, RFC 3339. */
export type DeadlineCommand =
  | {
      readonly do: 'set'
      readonly clock: Clock
      readonly by: string
      readonly at: string
      readonly computing: Computing
      readonly rulesVersion: string
      /** In place of the rule's own: in its unit, within its settable range. */
      readonly limit?: number
      /** In place of a limit: a date, whose end counts, or an instant. */
      readonly dueOn?: string
    }
  /** Warns and breaches whatever is due now. */
  | { readonly do: 'fire'; readonly consequence: string }
  | { readonly do: 'meet'; readonly by: string; readonly at: string }
  | { readonly do: 'cancel'; readonly by: string; readonly cause: 'event' | 'superseded' }
  | { readonly do: 'extend'; readonly by: string; readonly computing: Computing }
  | { readonly do: 'suspend'; readonly by: string; readonly at: string; readonly basis?: string }
  | { readonly do: 'resume'; readonly by: string; readonly at: string; readonly computing: Computing }
  | { readonly do: 'recompute'; readonly by?: string; readonly computing: Computing }

/**
 * Milliseconds since 1970 from which it is too late. A day ends at the midnight after it, though it is written 23:59:59.
 */
export function endOf(dueAt: string): number {
  return Date.parse(dueAt) + (dueAt.endsWith('T23:59:59+08:00') ? 1_000 : 0)
}

/** Whether a clock that runs had run out by this instant, declared or not. */
export function ranOut(state: DeadlineState, at: string): boolean {
  if (state.status !== 'open' || state.period.dueAt === undefined) return false
  return Date.parse(at) >= endOf(state.period.dueAt)
}

/** The next thing to happen by itself. Thresholds count as the rule has them: the last one is the second. */
export function nextStep(
  state: DeadlineState
): { readonly at: number; readonly threshold?: 1 | 2; readonly warnAt?: string } | undefined {
  if (state.status !== 'open') return undefined
  const { period, warnedAt } = state
  const passed = warnedAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(warnedAt)
  const index = period.warnAt.findIndex((at) => Date.parse(at) > passed)
  const warnAt = period.warnAt[index]
  if (warnAt !== undefined) {
    return { at: Date.parse(warnAt), threshold: index === period.warnAt.length - 1 ? 2 : 1, warnAt }
  }
  return period.dueAt === undefined ? undefined : { at: endOf(period.dueAt) }
}
