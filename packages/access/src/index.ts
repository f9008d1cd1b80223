export { directoryMigration } from './directory-migration.ts'
export {
  type AgencyRecord,
  createDirectoryView,
  type DirectoryTables,
  listAgencies,
  listKeys,
  loadKey
} from './directory-view.ts'
export { createKeyPair, isKeyId, type KeyRecord, type KeyRole, keyRoles } from './key.ts'
export { createKeyCache } from './key-cache.ts'
export { masked } from './mask.ts'
export { maxLifetime, mintToken } from './mint-token.ts'
export { type Action, authorise, type Decision, Forbidden, may, policy, type Resource, type Scope } from './policy.ts'
export { redactor, type Viewer } from './redactor.ts'
export { type TokenProblem, Unauthenticated } from './unauthenticated.ts'
export { type Caller, createVerifier, type Verify } from './verifier.ts'
export { visible } from './visible.ts'
