import type { EventOf } from '../define-event.ts'
import { deadlineBreached } from './deadline/breached.ts'
import { deadlineCancelled } from './deadline/cancelled.ts'
import { deadlineMet } from './deadline/met.ts'
import { deadlineRecomputed } from './deadline/recomputed.ts'
import { deadlineSet } from './deadline/set.ts'
import { deadlineSuspended } from './deadline/suspended.ts'
import { deadlineWarned } from './deadline/warned.ts'

export { RuleId } from './deadline/fields.ts'
export {
  deadlineBreached,
  deadlineCancelled,
  deadlineMet,
  deadlineRecomputed,
  deadlineSet,
  deadlineSuspended,
  deadlineWarned
}

/** 时限: a clock that runs on an aggregate; the service that owns the aggregate publishes it. */
export const deadlineEvents = [
  deadlineSet,
  deadlineWarned,
  deadlineBreached,
  deadlineMet,
  deadlineRecomputed,
  deadlineSuspended,
  deadlineCancelled
] as const
export type DeadlineEvent = EventOf<(typeof deadlineEvents)[number]>
