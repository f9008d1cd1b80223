import type { Calendar, Rule } from '@wuhu/calendar'
import type { Envelope } from '@wuhu/contracts'
import type { DeadlineCommand } from './domain/deadline-state.ts'

/** `clue.filed.v1` is `clue.filed` to the rules: a new version of an event means the same to a clock. */
export const nameOf = (type: string): string => type.replace(/\.v\d+$/, '')

/** Every event that ends, moves or stops a clock of the rule. */
export function endsOf(rule: Rule): string[] {
  const { metBy, cancelledBy = [], extendedBy = [], suspendedBy = [], resumedBy = [] } = rule
  return [...metBy, ...cancelledBy, ...extendedBy, ...suspendedBy.map(({ event }) => event), ...resumedBy]
}

/** A field of the event's data, as text; undefined where it has none. */
export function fieldOf(event: Envelope, field: string): string | undefined {
  const value = (event.data as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** What the event tells a running clock of the rule; undefined: nothing. */
export function ending(
  rule: Rule,
  calendar: Calendar,
  key: string | undefined,
  event: Envelope
): DeadlineCommand | undefined {
  const name = nameOf(event.type)
  const by = event.id
  const at = event.time
  const mine = rule.key === undefined || key === undefined || fieldOf(event, rule.key) === key
  // What ends the whole aggregate names no item of it.
  if (rule.cancelledBy?.includes(name) && (mine || fieldOf(event, rule.key ?? '') === undefined)) {
    return { do: 'cancel', by, cause: 'event' }
  }
  if (!mine) return undefined
  if (rule.metBy.includes(name)) return { do: 'meet', by, at }
  if (rule.extendedBy?.includes(name)) return { do: 'extend', by, computing: { rule, calendar } }
  const suspending = rule.suspendedBy?.find((one) => one.event === name)
  if (suspending) {
    const basis = fieldOf(event, 'basis')
    const { bases } = suspending
    if (bases && (basis === undefined || !bases.includes(basis))) return undefined
    return { do: 'suspend', by, at, ...(basis !== undefined && { basis }) }
  }
  if (rule.resumedBy?.includes(name)) return { do: 'resume', by, at, computing: { rule, calendar } }
  return undefined
}
