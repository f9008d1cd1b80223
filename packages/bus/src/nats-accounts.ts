export { type AccountServer, connectAccountServer } from './nats/accounts/account-server.ts'
export { agencyAccount, agencyApiPrefix, agencyInbox, hubAccount } from './nats/accounts/agency-account.ts'
export {
  accountJwt,
  accountLimits,
  claimsOf,
  credentialsOf,
  operatorJwt,
  type Rights,
  scopedUserJwt,
  userJwt
} from './nats/accounts/claims.ts'
export { hubAdminRights, hubServices, serviceRights } from './nats/accounts/hub-rights.ts'
export { ensureMailConsumer, mailConsumers } from './nats/accounts/mail-consumers.ts'
export { createSeed, derivedSeed, type KeyKind, type Signer, signerOf } from './nats/accounts/nkey.ts'
