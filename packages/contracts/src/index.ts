export { type Actor, formatActor, parseActor } from './actor.ts'
export { createAsyncApi } from './asyncapi.ts'
export { type AudienceEntry, audienceOf, formatAudience, type Ground, grounds, parseAudience } from './audience.ts'
export { catalogue, dataProblems, definitionOf, markingOf, parseEnvelope, titleOf } from './catalogue.ts'
export {
  defineEvent,
  type EventDefinition,
  type EventOf,
  type Mutual,
  mutuals,
  type Owner,
  type ServiceName,
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
export * from './events.ts'
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
export { eventSubject, mailSubject, publishedByEach, shardCount, shardOf, streamOf } from './subjects.ts'
