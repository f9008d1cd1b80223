export { type Actor, formatActor, parseActor } from './actor.ts'
export { createAsyncApi } from './asyncapi.ts'
export { type AudienceEntry, audienceOf, formatAudience, type Ground, grounds, parseAudience } from './audience.ts'
export { catalogue, dataProblems, definitionOf, markingOf, parseEnvelope } from './catalogue.ts'
export {
  defineEvent,
  type EventDefinition,
  type EventOf,
  type Mutual,
  mutuals,
  type Owner,
  type Title
} from './define-event.ts'
export {
  beijingTime,
  createEnvelope,
  type Envelope,
  type EnvelopeParts,
  envelopeSchema,
  type Provenance,
  type Statement
} from './envelope.ts'
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
export {
  type AssistEvent,
  assistAccepted,
  assistClosed,
  assistConfirmed,
  assistEvents,
  assistExtended,
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
  clueAssigned,
  clueEvents,
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
} from './events/clue.ts'
export { type DeliveryEvent, deliveryAcknowledged, deliveryEvents } from './events/delivery.ts'
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
  AdminDivision,
  AgencyCode,
  CalendarDate,
  CaseSourceNumber,
  CitizenId,
  CourtCaseNumber,
  DocumentNumber,
  formats,
  Instant,
  OpaqueToken,
  PersonRef,
  Sha256,
  Text,
  Uscc,
  UuidV7
} from './formats.ts'
export { dataJsonSchema, envelopeJsonSchema, type JsonSchema } from './json-schema.ts'
export {
  type AdminRole,
  adminRoles,
  type CaseRole,
  caseRoles,
  isAdminRole,
  type KeyRole,
  keyRole,
  keyRoles,
  type OfficerRole,
  type OnBehalf,
  officerRole,
  officerRoles,
  onBehalf,
  type Role
} from './roles.ts'
export {
  type Field,
  investigation,
  type Mask,
  open,
  personal,
  reporter,
  type Sensitivity,
  secret,
  sensitivities,
  work
} from './sensitivity.ts'
export { eventSubject, mailSubject, shardCount, shardOf, streamOf } from './subjects.ts'
