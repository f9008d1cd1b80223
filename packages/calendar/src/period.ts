import type { Calendar } from './calendar.ts'
import { dateOf, dayAt, formatInstant, isDate, parseInstant } from './days.ts'
import { dueOf } from './due.ts'
import type { Rule } from './rule.ts'

/** A clock of a rule. Plain JSON; instants are RFC 3339 in +08:00. Every field but the computed ones is its history. */
export interface Period {
  readonly startedAt: string
  readonly unit: Rule['unit']
  /** In the rule's unit, before extensions. */
  readonly limit: number
  /** Given by hand instead of counted: a date, or an instant. */
  readonly dueOn?: string
  /** How many times it was extended. */
  readonly extensions: number
  /** What did not count, ended. */
  readonly suspensions: readonly { readonly from: string; readonly to: string }[]
  readonly suspendedAt?: string
  /** A day limit ends at 23:59:59 of its last day. None while suspended. */
  readonly dueAt?: string
  /** Of a rule that rolls to a working day: the end of the natural day. */
  readonly naturalDueAt?: string
  /** The thresholds that lie after the start, earlier first; none while suspended. */
  readonly warnAt: readonly string[]
  /** Whether it was computed through days whose holiday notice is not known. */
  readonly provisional: boolean
  readonly calendarVersion: string
}

type History = Pick<Period, 'startedAt' | 'unit' | 'limit' | 'dueOn' | 'extensions' | 'suspensions' | 'suspendedAt'>

/**
 * Starts a clock. `limit` (in the rule's unit, within its settable range) and `dueOn` (a date, whose end counts, or an
 * instant) replace the rule's limit. @throws RangeError on no instant, no date, or a limit that may not be set
 */
export function startPeriod(
  calendar: Calendar,
  rule: Rule,
  startedAt: string,
  options: { limit?: number; dueOn?: string } = {}
): Period {
  const { limit = rule.limit, dueOn } = options
  const [least, most] = rule.settable ?? [rule.limit, rule.limit]
  if (!Number.isInteger(limit) || limit < least || limit > most) {
    throw new RangeError(`${rule.id} may be given ${least} to ${most}, not ${limit}`)
  }
  if (dueOn !== undefined && !isDate(dueOn)) parseInstant(dueOn)
  return computed(calendar, rule, {
    startedAt: formatInstant(parseInstant(startedAt)),
    unit: rule.unit,
    limit,
    ...(dueOn !== undefined && { dueOn }),
    extensions: 0,
    suspensions: []
  })
}

/** Whether the rule allows one more extension. */
export function mayExtend(rule: Rule, period: Period): boolean {
  return rule.extension !== undefined && period.extensions < rule.extension.times
}

/** Adds the rule's extension. @throws RangeError if the rule allows none, or no more */
export function extendPeriod(calendar: Calendar, rule: Rule, period: Period): Period {
  if (!mayExtend(rule, period)) throw new RangeError(`${rule.id} allows no further extension`)
  return computed(calendar, rule, { ...period, extensions: period.extensions + 1 })
}

/** Stops the clock; one in hours never pauses, and one that stands still stays as it is. @throws RangeError on no instant */
export function suspendPeriod(period: Period, at: string): Period {
  const suspendedAt = formatInstant(Math.max(parseInstant(at), parseInstant(period.startedAt)))
  if (period.unit === 'hour' || period.suspendedAt !== undefined) return period
  const { dueAt: _due, naturalDueAt: _natural, ...rest } = period
  return { ...rest, suspendedAt, warnAt: [] }
}

/** Lets the clock run on: the end moves by as many days of the rule's calendar as it stood still. @throws RangeError on no instant */
export function resumePeriod(calendar: Calendar, rule: Rule, period: Period, at: string): Period {
  const to = parseInstant(at)
  const { suspendedAt: from, ...running } = period
  if (from === undefined) return period
  const suspension = { from, to: formatInstant(Math.max(to, parseInstant(from))) }
  return computed(calendar, rule, { ...running, suspensions: [...period.suspensions, suspension] })
}

/** The same history under another calendar. */
export function recomputePeriod(calendar: Calendar, rule: Rule, period: Period): Period {
  return computed(calendar, rule, period)
}

function computed(calendar: Calendar, rule: Rule, history: History): Period {
  const { startedAt, unit, limit, dueOn, extensions, suspensions, suspendedAt } = history
  const kept: History = {
    startedAt,
    unit,
    limit,
    ...(dueOn !== undefined && { dueOn }),
    extensions,
    suspensions,
    ...(suspendedAt !== undefined && { suspendedAt })
  }
  const { dueAt, naturalDueAt, warnAt, provisional } = dueOf(calendar, rule, kept)
  const version = { provisional, calendarVersion: calendar.version }
  if (suspendedAt !== undefined) return { ...kept, warnAt: [], ...version }
  return { ...kept, dueAt, ...(naturalDueAt !== undefined && { naturalDueAt }), warnAt, ...version }
}

/** The day of an instant in +08:00, as `2026-06-01`. @throws RangeError on no instant */
export function dateAt(instant: string): string {
  return dateOf(dayAt(parseInstant(instant)))
}
