import type { EventOf } from '../define-event.ts'
import { transferAccepted } from './transfer/accepted.ts'
import { transferApproved } from './transfer/approved.ts'
import { transferClosed } from './transfer/closed.ts'
import { transferExhibitsHandedOver } from './transfer/exhibits-handed-over.ts'
import { transferExplained } from './transfer/explained.ts'
import { transferExplanationRequired } from './transfer/explanation-required.ts'
import { transferFiled } from './transfer/filed.ts'
import { transferFilingExtended } from './transfer/filing-extended.ts'
import { transferFilingOrdered } from './transfer/filing-ordered.ts'
import { transferNotFiled } from './transfer/not-filed.ts'
import { transferNotProsecuted } from './transfer/not-prosecuted.ts'
import { transferOpinionAnswered } from './transfer/opinion-answered.ts'
import { transferOpinionReceived } from './transfer/opinion-received.ts'
import { transferPenaltyCopied } from './transfer/penalty-copied.ts'
import { transferPressed } from './transfer/pressed.ts'
import { transferProsecuted } from './transfer/prosecuted.ts'
import { transferReasonsUpheld } from './transfer/reasons-upheld.ts'
import { transferReceipted } from './transfer/receipted.ts'
import { transferReconsiderationRequested } from './transfer/reconsideration-requested.ts'
import { transferReconsidered } from './transfer/reconsidered.ts'
import { transferRefused } from './transfer/refused.ts'
import { transferReported } from './transfer/reported.ts'
import { transferRerouted } from './transfer/rerouted.ts'
import { transferReturnedToAdministration } from './transfer/returned-to-administration.ts'
import { transferReverseAccepted } from './transfer/reverse-accepted.ts'
import { transferReverseClosed } from './transfer/reverse-closed.ts'
import { transferSent } from './transfer/sent.ts'
import { transferSentForProsecution } from './transfer/sent-for-prosecution.ts'
import { transferSupervisionRequested } from './transfer/supervision-requested.ts'
import { transferSupplementRequested } from './transfer/supplement-requested.ts'
import { transferSupplemented } from './transfer/supplemented.ts'
import { transferSuspected } from './transfer/suspected.ts'
import { transferTeamFormed } from './transfer/team-formed.ts'
import { transferWithdrawalNotified } from './transfer/withdrawal-notified.ts'
import { transferWithdrawn } from './transfer/withdrawn.ts'

export {
  transferAccepted,
  transferApproved,
  transferClosed,
  transferExhibitsHandedOver,
  transferExplained,
  transferExplanationRequired,
  transferFiled,
  transferFilingExtended,
  transferFilingOrdered,
  transferNotFiled,
  transferNotProsecuted,
  transferOpinionAnswered,
  transferOpinionReceived,
  transferPenaltyCopied,
  transferPressed,
  transferProsecuted,
  transferReasonsUpheld,
  transferReceipted,
  transferReconsiderationRequested,
  transferReconsidered,
  transferRefused,
  transferReported,
  transferRerouted,
  transferReturnedToAdministration,
  transferReverseAccepted,
  transferReverseClosed,
  transferSent,
  transferSentForProsecution,
  transferSupervisionRequested,
  transferSupplemented,
  transferSupplementRequested,
  transferSuspected,
  transferTeamFormed,
  transferWithdrawalNotified,
  transferWithdrawn
}

/** 行刑衔接: a case with signs of a crime on its way to the police, and back. */
export const transferEvents = [
  transferSuspected,
  transferTeamFormed,
  transferReported,
  transferApproved,
  transferRefused,
  transferSent,
  transferReceipted,
  transferSupplementRequested,
  transferSupplemented,
  transferRerouted,
  transferAccepted,
  transferFilingExtended,
  transferFiled,
  transferNotFiled,
  transferExhibitsHandedOver,
  transferReconsiderationRequested,
  transferReconsidered,
  transferSupervisionRequested,
  transferExplanationRequired,
  transferExplained,
  transferFilingOrdered,
  transferReasonsUpheld,
  transferReturnedToAdministration,
  transferPressed,
  transferWithdrawn,
  transferWithdrawalNotified,
  transferSentForProsecution,
  transferProsecuted,
  transferNotProsecuted,
  transferReverseAccepted,
  transferReverseClosed,
  transferOpinionReceived,
  transferOpinionAnswered,
  transferPenaltyCopied,
  transferClosed
] as const
export type TransferEvent = EventOf<(typeof transferEvents)[number]>
