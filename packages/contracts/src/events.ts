export { type AccountEvent, accountEvents } from './events/account.ts'
export {
  type AgencyEvent,
  agencyEvents,
  agencyKeyAdded,
  agencyKeyRevoked,
  agencyKeyRotated,
  agencyRegistered,
  KeyId
} from './events/agency.ts'
export { type AppraiserEvent, appraiserEvents, appraiserRegistered } from './events/appraiser.ts'
export {
  type AssistEvent,
  assistAccepted,
  assistClosed,
  assistConfirmed,
  assistEvents,
  assistExtended,
  assistExternalAnswered,
  assistExternalRequested,
  assistForwarded,
  assistReceived,
  assistRefused,
  assistReplied,
  assistRequested,
  assistSupplementRequested,
  assistWithdrawn
} from './events/assist.ts'
export {
  type AttachmentEvent,
  agencySealingKeyPublished,
  attachmentEvents,
  attachmentReceived,
  attachmentSealed,
  type SealedTo,
  SealingKey,
  type SealingKeyEvent,
  sealingKeyEvents
} from './events/attachment.ts'
export { type BulletinEvent, bulletinDrafted, bulletinEvents, bulletinPublished } from './events/bulletin.ts'
export { type CalendarEvent, calendarEvents, calendarImported, limitsAdopted } from './events/calendar.ts'
export {
  type CaseEvent,
  caseClosed,
  caseEvents,
  caseNumberLinked,
  caseOpened,
  casePartyAdded,
  numberKind
} from './events/case.ts'
export {
  type ClueEvent,
  clueAccepted,
  clueArchived,
  clueAssessedUpper,
  clueAssigned,
  clueEvents,
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
  clueSuspended
} from './events/clue.ts'
export {
  type ConsultEvent,
  consultAccepted,
  consultClosed,
  consultConvened,
  consultDeclined,
  consultDissentRecorded,
  consultEvents,
  consultExpertEngaged,
  consultExpertOpinionReceived,
  consultFollowedUp,
  consultFollowUpAssigned,
  consultHeld,
  consultInquiryAnswered,
  consultInquirySent,
  consultInvitationAnswered,
  consultInvited,
  consultMaterialsReady,
  consultMinutesDrafted,
  consultMinutesSigned,
  consultOpinionDrafted,
  consultOpinionGiven,
  consultProposed,
  consultSignatureGiven,
  type OpinionDraftEvent,
  opinionDraftEvents
} from './events/consult.ts'
export {
  type DeadlineEvent,
  deadlineBreached,
  deadlineCancelled,
  deadlineEvents,
  deadlineMet,
  deadlineRecomputed,
  deadlineSet,
  deadlineSuspended,
  deadlineWarned,
  RuleId
} from './events/deadline.ts'
export { type DeliveryEvent, deliveryAcknowledged, deliveryEvents } from './events/delivery.ts'
export {
  type EvidenceEvent,
  evidenceDisposed,
  evidenceEvents,
  evidenceHandedOver,
  evidenceKind,
  evidenceReceived,
  evidenceRegistered,
  evidenceReturned
} from './events/evidence.ts'
export { type ExpertEvent, expertEvents, expertRegistered } from './events/expert.ts'
export {
  type InfoEvent,
  infoEvents,
  infoJudgmentShared,
  infoNoticePublished,
  infoPenaltyPublished,
  infoReceiptSigned,
  infoStatuteShared
} from './events/info.ts'
export {
  MatchElement,
  type MatchEvent,
  MatchKeyId,
  type MatchKind,
  matchAccessAsked,
  matchAccessDeclined,
  matchAccessGranted,
  matchEvents,
  matchKind,
  matchKinds,
  matchSuite,
  matchToken
} from './events/match.ts'
export { type OfficerEvent, officerEvents, officerRoleGranted, officerRoleRevoked } from './events/officer.ts'
export {
  assistQuarantined,
  type QuarantineEvent,
  quarantineEvents,
  quarantineOpened,
  quarantineResolved
} from './events/quarantine.ts'
export {
  type RecordEvent,
  recordEvents,
  recordUnmasked,
  recordUnmaskRefused,
  recordUnmaskRequested
} from './events/record.ts'
export { type ReplayEvent, replayCompleted, replayEvents, replayStarted } from './events/replay.ts'
export { type SessionEvent, sessionEvents } from './events/session.ts'
export {
  assessScored,
  figureCell,
  figureKind,
  figureManifest,
  Month,
  statEvents,
  statSnapshotTaken,
  workCommended
} from './events/stat.ts'
export {
  type SuggestionEvent,
  suggestionAnswered,
  suggestionEvents,
  suggestionReceived
} from './events/suggestion.ts'
export {
  type SuperviseEvent,
  superviseAccepted,
  superviseCarded,
  superviseClosed,
  superviseDays,
  superviseDocument,
  superviseEvents,
  superviseIssued,
  superviseKind,
  superviseLetterSent,
  superviseProposed,
  superviseQuarantined,
  superviseRejected,
  superviseReported
} from './events/supervise.ts'
export {
  type TransferEvent,
  transferAccepted,
  transferApproved,
  transferClosed,
  transferEvents,
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
} from './events/transfer.ts'
export {
  type TaskEvent,
  taskEvents,
  workTaskEvaluated,
  workTaskIssued,
  workTaskPlanned,
  workTaskReported
} from './events/work.ts'
