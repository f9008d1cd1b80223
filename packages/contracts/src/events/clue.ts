import type { EventOf } from '../define-event.ts'
import { clueAccepted } from './clue/accepted.ts'
import { clueArchived } from './clue/archived.ts'
import { clueAssigned } from './clue/assigned.ts'
import { clueExtended } from './clue/extended.ts'
import { clueFeedbackGiven } from './clue/feedback-given.ts'
import { clueFiled } from './clue/filed.ts'
import { clueMatched } from './clue/matched.ts'
import { clueMerged } from './clue/merged.ts'
import { clueNotFiled } from './clue/not-filed.ts'
import { clueReceived } from './clue/received.ts'
import { clueReferred } from './clue/referred.ts'
import { clueRegistered } from './clue/registered.ts'
import { clueReopened } from './clue/reopened.ts'
import { clueResumed } from './clue/resumed.ts'
import { clueReturned } from './clue/returned.ts'
import { clueSuspended } from './clue/suspended.ts'

export {
  clueAccepted,
  clueArchived,
  clueAssigned,
  clueExtended,
  clueFeedbackGiven,
  clueFiled,
  clueMatched,
  clueMerged,
  clueNotFiled,
  clueReceived,
  clueReferred,
  clueRegistered,
  clueReopened,
  clueResumed,
  clueReturned,
  clueSuspended
}

/** 线索: from the first note to the archive. Transfer to the police has a workflow of its own. */
export const clueEvents = [
  clueReceived,
  clueRegistered,
  clueMatched,
  clueMerged,
  clueAssigned,
  clueAccepted,
  clueReturned,
  clueExtended,
  clueSuspended,
  clueResumed,
  clueFiled,
  clueNotFiled,
  clueReferred,
  clueFeedbackGiven,
  clueArchived,
  clueReopened
] as const
export type ClueEvent = EventOf<(typeof clueEvents)[number]>
