import { createHash } from 'node:crypto'
import type { Rule } from '@wuhu/calendar'
import type { Envelope } from '@wuhu/contracts'
import { type About, agenciesOf } from './about.ts'
import type { DeadlineCommand } from './domain/deadline-state.ts'
import { fieldOf, nameOf } from './ending.ts'
import type { Running } from './row.ts'
import type { TimeLimits } from './time-limits.ts'

export interface Start {
  /** Not begun yet. */
  readonly running: Running
  readonly command: Extract<DeadlineCommand, { do: 'set' }>
}

/** Whether the event starts a clock of the rule on the aggregate. */
export function starts(rule: Rule, about: About, event: Envelope): boolean {
  if (!rule.startsOn.includes(nameOf(event.type))) return false
  const data = event.data as Readonly<Record<string, unknown>>
  return Object.entries(rule.when ?? {}).every(([fact, wanted]) => (about.facts[fact] ?? data[fact]) === wanted)
}

/**
 * A UUID v7 with the time of the starting event's id: the same event starts the same deadline, however often it comes. Of
 * an event that starts several of a rule on one aggregate, each item has its own.
 */
export function idOf(rule: Rule, about: About, event: Envelope): string {
  const item = rule.key === undefined ? undefined : about.facts[rule.key]
  const of = `${rule.id} ${event.id} ${about.subject}${item === undefined ? '' : ` ${item}`}`
  const hash = createHash('sha256').update(of).digest('hex')
  const variant = '89ab'[Number.parseInt(hash.charAt(3), 16) & 3]
  return [event.id.slice(0, 13), `7${hash.slice(0, 3)}`, `${variant}${hash.slice(4, 7)}`, hash.slice(7, 19)].join('-')
}

/**
 * The deadline that the event starts; undefined where nobody in the mechanism could be held to it.
 * @param subjectVersion of the aggregate's stream
 * @throws Error when it is not known who plays the holder's role
 */
export function start(
  rule: Rule,
  about: About,
  event: Envelope,
  limits: TimeLimits,
  subjectVersion: number
): Start | undefined {
  const holders = agenciesOf(about, rule.holder)
  if (!holders) throw new Error(`rule ${rule.id}: ${about.subject} has no agency in the role ${rule.holder}`)
  const [holder] = holders
  if (holder === undefined) return undefined
  const key = rule.key === undefined ? undefined : (about.facts[rule.key]?.toString() ?? fieldOf(event, rule.key))
  const limit = rule.limitFrom === undefined ? undefined : limitOf(rule, fieldOf(event, rule.limitFrom))
  const dueOn = rule.dueFrom === undefined ? undefined : fieldOf(event, rule.dueFrom)
  const informs = [...new Set(rule.informs.flatMap((role) => agenciesOf(about, role) ?? []))]
  const statutory = rule.informs.includes('procuratorate') ? (agenciesOf(about, 'procuratorate') ?? []) : []
  const clock = { rule: rule.id, of: about.subject, ...(key !== undefined && { key }), holder }
  return {
    running: {
      id: idOf(rule, about, event),
      state: { status: 'none' },
      version: 0,
      subjectVersion,
      caseNumber: about.caseNumber,
      agencies: [...new Set([holder, ...about.involved, ...informs, ...(agenciesOf(about, 'office') ?? [])])],
      parties: { involved: [...about.involved], informs, statutory: [...statutory] },
      correlation: event.correlationid,
      calendarRevision: limits.calendarRevision
    },
    command: {
      do: 'set',
      clock,
      by: event.id,
      at: event.time,
      computing: { rule, calendar: limits.calendar },
      rulesVersion: limits.rules.version,
      ...(limit !== undefined && { limit }),
      ...(dueOn !== undefined && { dueOn })
    }
  }
}

/** Within the range that the rule allows, whatever was written: the aggregate may have been told by older rules. */
function limitOf({ limit, settable = [limit, limit] }: Rule, written: string | undefined): number | undefined {
  if (written === undefined || !/^\d{1,4}$/.test(written)) return undefined
  return Math.min(Math.max(Number(written), settable[0]), settable[1])
}
