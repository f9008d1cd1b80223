import { baseCalendar, baseRules, type Rule } from '@wuhu/calendar'
import type { DeadlineEvent } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { deadline } from './deadline.ts'
import type { DeadlineCommand, DeadlineState } from './deadline-state.ts'

/** An event of some aggregate. */
export const cause = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** @throws Error when there is no such rule */
export function ruleNamed(id: string): Rule {
  const rule = baseRules.rules.find((one) => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

export const computingOf = (id: string, calendar = baseCalendar) => ({ rule: ruleNamed(id), calendar })

/** 核查: 15 working days, extended once, stopped by an appraisal. */
export const set: Extract<DeadlineCommand, { do: 'set' }> = {
  do: 'set',
  clock: { rule: 'A2', of: 'clue/01980000-0000-7000-8000-000000000001', holder: 'amr' },
  by: cause(1),
  at: '2026-06-01T09:00:00.000+08:00',
  computing: computingOf('A2'),
  rulesVersion: baseRules.version
}

/** One valid example of every command. */
export const examples: Readonly<Record<DeadlineCommand['do'], DeadlineCommand>> = {
  set,
  fire: { do: 'fire', consequence: '复议、诉讼风险' },
  meet: { do: 'meet', by: cause(2), at: '2026-06-10T10:00:00.000+08:00' },
  cancel: { do: 'cancel', by: cause(3), cause: 'event' },
  extend: { do: 'extend', by: cause(4), computing: set.computing },
  suspend: { do: 'suspend', by: cause(5), at: '2026-06-03T10:00:00.000+08:00', basis: 'appraisal' },
  resume: { do: 'resume', by: cause(6), at: '2026-06-05T10:00:00.000+08:00', computing: set.computing },
  recompute: { do: 'recompute', computing: set.computing }
}

/** What the commands lead to, one after the other. */
export function after(...commands: readonly (readonly [DeadlineCommand, string?])[]): DeadlineEvent[] {
  const events: DeadlineEvent[] = []
  for (const [command, now = '2026-06-01T09:00:00.000+08:00'] of commands) {
    const state: DeadlineState = fold(deadline, events)
    events.push(...deadline.decide(command, state, now))
  }
  return events
}
