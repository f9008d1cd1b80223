import {
  extendPeriod,
  mayExtend,
  type Period,
  recomputePeriod,
  resumePeriod,
  startPeriod,
  suspendPeriod
} from '@wuhu/calendar'
import type { DeadlineEvent } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'
import { type Deadline, type DeadlineCommand, type DeadlineState, nextStep, ranOut } from './deadline-state.ts'

type Recomputed = Extract<DeadlineEvent, { type: 'deadline.recomputed.v1' }>

/**
 * One deadline: none → open ⇄ suspended → met, breached (→ met late) or cancelled. It refuses nothing: what it is told
 * has happened already, and what no longer concerns it changes nothing.
 */
export const deadline: Decider<DeadlineState, DeadlineCommand, DeadlineEvent> = {
  initial: { status: 'none' },

  decide(command, state, now) {
    if (state.status === 'none') return command.do === 'set' ? [begin(command)] : []
    if (state.status === 'met' || state.status === 'cancelled') return []
    const { clock, period, status } = state
    switch (command.do) {
      case 'set':
        return []
      case 'fire':
        return due(state, command.consequence, Date.parse(now))
      case 'meet': {
        const { dueAt } = period
        const late = status === 'breached' || ranOut(state, command.at)
        return [
          {
            type: 'deadline.met.v1',
            data: { ...clock, metBy: command.by, metAt: command.at, ...(dueAt !== undefined && { dueAt }), late }
          }
        ]
      }
      case 'cancel':
        return [{ type: 'deadline.cancelled.v1', data: { ...clock, cause: command.cause, causedBy: command.by } }]
      case 'extend': {
        const { rule, calendar } = command.computing
        if (status !== 'open' || !mayExtend(rule, period)) return []
        return [recomputed(state, 'extension', extendPeriod(calendar, rule, period), { causedBy: command.by })]
      }
      case 'suspend': {
        const { suspendedAt } = suspendPeriod(period, command.at)
        if (status !== 'open' || suspendedAt === undefined) return []
        const { by: suspendedBy, basis } = command
        return [
          {
            type: 'deadline.suspended.v1',
            data: { ...clock, suspendedBy, suspendedAt, ...(basis !== undefined && { basis }) }
          }
        ]
      }
      case 'resume': {
        if (status !== 'suspended') return []
        const { rule, calendar } = command.computing
        const ran = resumePeriod(calendar, rule, period, command.at)
        const resumedAt = ran.suspensions.at(-1)?.to ?? command.at
        return [recomputed(state, 'resumption', ran, { causedBy: command.by, resumedAt })]
      }
      case 'recompute': {
        if (status !== 'open') return []
        const { rule, calendar } = command.computing
        const next = recomputePeriod(calendar, rule, period)
        if (sameDates(period, next)) return []
        return [recomputed(state, 'calendar', next, command.by === undefined ? {} : { causedBy: command.by })]
      }
    }
  },

  evolve(state, event) {
    if (state.status === 'none') return event.type === 'deadline.set.v1' ? begun(event.data) : state
    switch (event.type) {
      case 'deadline.set.v1':
        return state
      case 'deadline.warned.v1':
        return warned(state, event.data.threshold)
      case 'deadline.breached.v1':
        return { ...state, status: 'breached' }
      case 'deadline.met.v1':
        return { ...state, status: 'met', late: event.data.late }
      case 'deadline.suspended.v1':
        return { ...state, status: 'suspended', period: suspendPeriod(state.period, event.data.suspendedAt) }
      case 'deadline.recomputed.v1':
        return { ...state, status: 'open', period: moved(state.period, event.data) }
      case 'deadline.cancelled.v1':
        return { ...state, status: 'cancelled' }
    }
  }
}

function begin(command: Extract<DeadlineCommand, { do: 'set' }>): DeadlineEvent {
  const { clock, by, at, computing, rulesVersion, limit, dueOn } = command
  const period = startPeriod(computing.calendar, computing.rule, at, {
    ...(limit !== undefined && { limit }),
    ...(dueOn !== undefined && { dueOn })
  })
  if (period.dueAt === undefined) throw new TypeError(`a period of ${clock.rule} began without an end`)
  return {
    type: 'deadline.set.v1',
    data: {
      ...clock,
      startedBy: by,
      startedAt: period.startedAt,
      limit: period.limit,
      unit: period.unit,
      ...(period.dueOn !== undefined && { dueOn: period.dueOn }),
      ...datesOf(period),
      rulesVersion
    }
  }
}

function begun(data: Extract<DeadlineEvent, { type: 'deadline.set.v1' }>['data']): Deadline {
  const { startedAt, limit, unit, dueOn, rulesVersion, ...rest } = data
  const { rule, of, key, holder, dueAt, naturalDueAt, warnAt, provisional, calendarVersion } = rest
  return {
    status: 'open',
    clock: { rule, of, ...(key !== undefined && { key }), holder },
    rulesVersion,
    period: {
      startedAt,
      unit,
      limit,
      ...(dueOn !== undefined && { dueOn }),
      extensions: 0,
      suspensions: [],
      dueAt,
      ...(naturalDueAt !== undefined && { naturalDueAt }),
      warnAt,
      provisional,
      calendarVersion
    }
  }
}

/** Every step that is due at `now`, in order. */
function due(state: Deadline, consequence: string, now: number): DeadlineEvent[] {
  const { clock, period } = state
  const { dueAt } = period
  const step = nextStep(state)
  if (step === undefined || dueAt === undefined || step.at > now) return []
  if (step.threshold === undefined) return [{ type: 'deadline.breached.v1', data: { ...clock, dueAt, consequence } }]
  return [
    { type: 'deadline.warned.v1', data: { ...clock, threshold: step.threshold, dueAt } },
    ...due(warned(state, step.threshold), consequence, now)
  ]
}

function warned(state: Deadline, threshold: 1 | 2): Deadline {
  const { warnAt } = state.period
  const warnedAt = threshold === 2 ? warnAt.at(-1) : warnAt[0]
  return warnedAt === undefined ? state : { ...state, warnedAt }
}

function recomputed(
  { clock, period, rulesVersion }: Deadline,
  cause: Recomputed['data']['cause'],
  next: Period,
  by: { causedBy?: string; resumedAt?: string }
): Recomputed {
  const previousDueAt = period.dueAt
  return {
    type: 'deadline.recomputed.v1',
    data: {
      ...clock,
      cause,
      ...by,
      ...(previousDueAt !== undefined && { previousDueAt }),
      ...datesOf(next),
      rulesVersion
    }
  }
}

function moved(period: Period, data: Recomputed['data']): Period {
  const { cause, resumedAt, dueAt, naturalDueAt, warnAt, provisional, calendarVersion } = data
  const { suspendedAt, naturalDueAt: _, ...kept } = period
  return {
    ...kept,
    ...(cause === 'extension' && { extensions: period.extensions + 1 }),
    ...(suspendedAt !== undefined &&
      resumedAt !== undefined && {
        suspensions: [...period.suspensions, { from: suspendedAt, to: resumedAt }]
      }),
    dueAt,
    ...(naturalDueAt !== undefined && { naturalDueAt }),
    warnAt,
    provisional,
    calendarVersion
  }
}

function datesOf({ dueAt, naturalDueAt, warnAt, provisional, calendarVersion }: Period) {
  if (dueAt === undefined) throw new TypeError('a clock that runs has an end')
  return {
    dueAt,
    ...(naturalDueAt !== undefined && { naturalDueAt }),
    warnAt: [...warnAt],
    provisional,
    calendarVersion
  }
}

const sameDates = (one: Period, other: Period) =>
  one.dueAt === other.dueAt &&
  one.naturalDueAt === other.naturalDueAt &&
  one.provisional === other.provisional &&
  one.warnAt.join() === other.warnAt.join()
