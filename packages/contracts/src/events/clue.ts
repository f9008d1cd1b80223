import type { EventOf } from '../define-event.ts'
import { clueAccepted } from './clue/accepted.ts'
import { clueArchived } from './clue/archived.ts'
import { clueAssessedUpper } from './clue/assessed-upper.ts'
import { clueAssigned } from './clue/assigned.ts'
import { clueExtended } from './clue/extended.ts'
import { clueFeedbackGiven } from './clue/feedback-given.ts'
import { clueFiled } from './clue/filed.ts'
import { clueJurisdictionDisputed } from './clue/jurisdiction-disputed.ts'
import { clueJurisdictionSettled } from './clue/jurisdiction-settled.ts'
import { clueMatched } from './clue/matched.ts'
import { clueMerged } from './clue/merged.ts'
import { clueNotFiled } from './clue/not-filed.ts'
import { cluePenaltyDecided } from './clue/penalty-decided.ts'
import { cluePenaltyExtended } from './clue/penalty-extended.ts'
import { cluePenaltyPublished } from './clue/penalty-published.ts'
import { clueReceived } from './clue/received.ts'
import { clueReferred } from './clue/referred.ts'
import { clueRegistered } from './clue/registered.ts'
import { clueReopened } from './clue/reopened.ts'
import { clueReporterInformed } from './clue/reporter-informed.ts'
import { clueResumed } from './clue/resumed.ts'
import { clueReturned } from './clue/returned.ts'
import { clueSuspended } from './clue/suspended.ts'
import { clueTakenBack } from './clue/taken-back.ts'
import { clueTransferred } from './clue/transferred.ts'

export {
  clueAccepted,
  clueArchived,
  clueAssessedUpper,
  clueAssigned,
  clueExtended,
  clueFeedbackGiven,
  clueFiled,
  clueJurisdictionDisputed,
  clueJurisdictionSettled,
  clueMatched,
  clueMerged,
  clueNotFiled,
  cluePenaltyDecided,
  cluePenaltyExtended,
  cluePenaltyPublished,
  clueReceived,
  clueReferred,
  clueRegistered,
  clueReopened,
  clueReporterInformed,
  clueResumed,
  clueReturned,
  clueSuspended,
  clueTakenBack,
  clueTransferred
}

/** 线索: from the first note to the archive. Transfer to the police has a workflow of its own; the lead follows it. */
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
  clueReopened,
  clueAssessedUpper,
  clueJurisdictionDisputed,
  clueJurisdictionSettled,
  clueReporterInformed,
  cluePenaltyExtended,
  cluePenaltyDecided,
  cluePenaltyPublished,
  clueTransferred,
  clueTakenBack
] as const
export type ClueEvent = EventOf<(typeof clueEvents)[number]>
