export { checkCertificate, type PresentedCertificate } from './certificate.ts'
export { copiesFor } from './copies-for.ts'
export { type DirectoryLookups, directoryLookups } from './directory-lookups.ts'
export { directoryMigration, officersMigration } from './directory-migration.ts'
export {
  type AgencyRecord,
  areRegistered,
  createDirectoryView,
  type DirectoryTables,
  listAgencies,
  listKeys,
  listOffices,
  loadKey
} from './directory-view.ts'
export { createKeyPair, isKeyId, type KeyRecord } from './key.ts'
export { masked } from './mask.ts'
export { maxLifetime, mintToken } from './mint-token.ts'
export { listOfficers, loadOfficer, type OfficerRecord } from './officers.ts'
export {
  type Action,
  authorise,
  type Decision,
  type DecisionCode,
  Forbidden,
  may,
  policy,
  type Resource,
  type Scope
} from './policy.ts'
export {
  listReads,
  logRead,
  type Read,
  type ReadChannel,
  type Reader,
  type ReadFilter,
  type ReadTables,
  readChannels,
  readsMigration,
  recordShown,
  type Shown
} from './read-log.ts'
export { classesShown } from './read-log-classes.ts'
export { redactor, type Viewer } from './redactor.ts'
export { seen } from './seen.ts'
export { findStateSecretMarks, type MarkedField } from './state-secret.ts'
export { type TokenProblem, Unauthenticated } from './unauthenticated.ts'
export { type UnmaskRule, unmaskRule, valueAt } from './unmask.ts'
export { type Caller, createVerifier, type Verify } from './verifier.ts'
export { visible } from './visible.ts'
