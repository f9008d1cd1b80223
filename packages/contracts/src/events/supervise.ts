import type { EventOf } from '../define-event.ts'
import { superviseAccepted } from './supervise/accepted.ts'
import { superviseAcknowledged } from './supervise/acknowledged.ts'
import { superviseCancelled } from './supervise/cancelled.ts'
import { superviseCarded } from './supervise/carded.ts'
import { superviseClosed } from './supervise/closed.ts'
import { superviseDismissed } from './supervise/dismissed.ts'
import { superviseEscalated } from './supervise/escalated.ts'
import { superviseIssued } from './supervise/issued.ts'
import { superviseLetterSent } from './supervise/letter-sent.ts'
import { superviseOverdueFound } from './supervise/overdue-found.ts'
import { superviseProposed } from './supervise/proposed.ts'
import { superviseQuarantined } from './supervise/quarantined.ts'
import { superviseRejected } from './supervise/rejected.ts'
import { superviseReported } from './supervise/reported.ts'

export { superviseDays, superviseDocument, superviseKind } from './supervise/fields.ts'
export {
  superviseAccepted,
  superviseAcknowledged,
  superviseCancelled,
  superviseCarded,
  superviseClosed,
  superviseDismissed,
  superviseEscalated,
  superviseIssued,
  superviseLetterSent,
  superviseOverdueFound,
  superviseProposed,
  superviseQuarantined,
  superviseRejected,
  superviseReported
}

/** 督办: what was promised and not done is asked for, until it is struck off the list. */
export const superviseEvents = [
  superviseProposed,
  superviseDismissed,
  superviseIssued,
  superviseLetterSent,
  superviseAcknowledged,
  superviseReported,
  superviseAccepted,
  superviseRejected,
  superviseOverdueFound,
  superviseCarded,
  superviseEscalated,
  superviseClosed,
  superviseCancelled
] as const
export type SuperviseEvent = EventOf<(typeof superviseEvents)[number]>
