import {
  type Account,
  encodeAccount,
  encodeOperator,
  encodeUser,
  fmtCreds,
  type Operator,
  type OperatorLimits,
  type Permissions,
  type UserPermissionsLimits
} from '@nats-io/jwt'
import type { Signer } from './nkey.ts'

/** Without limits, and without JetStream: an absent limit would count as 0. Nobody gets in by a bearer token. */
export const accountLimits: OperatorLimits = {
  subs: -1,
  data: -1,
  payload: -1,
  imports: -1,
  exports: -1,
  wildcards: true,
  conn: -1,
  leaf: 0,
  disallow_bearer: true
}

/** What a user may publish to and subscribe to; a list that is absent would allow everything. */
export interface Rights {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/** An empty list allows everything, so nothing at all is said as a denial of everything. */
export function permissionsOf({ publish, subscribe }: Rights): Permissions {
  const only = (subjects: readonly string[]) => (subjects.length > 0 ? { allow: [...subjects] } : { deny: ['>'] })
  return { pub: only(publish), sub: only(subscribe) }
}

/** The operator's own word: accounts are signed by `signing`, never by the operator's own key, which may be locked away. */
export function operatorJwt(operator: Signer, signing: Signer, systemAccount: string): Promise<string> {
  const content: Partial<Operator> & { strict_signing_key_usage: boolean } = {
    signing_keys: [signing.getPublicKey()],
    system_account: systemAccount,
    strict_signing_key_usage: true
  }
  return encodeOperator('five-mutuals', operator, content)
}

/** @param account its public key @param signer the operator's signing key */
export function accountJwt(name: string, account: string, content: Partial<Account>, signer: Signer): Promise<string> {
  return encodeAccount(name, account, content, { signer })
}

/** A user with rights of its own. @param signer a signing key of `account` */
export function userJwt(name: string, user: string, account: string, rights: Rights, signer: Signer): Promise<string> {
  return encodeUser(name, user, account, permissionsOf(rights), { signer })
}

/**
 * A user whose rights are those that the account gave to the signing key (a scoped key): they change with the account.
 * @param expires seconds since 1970, when the server ends its connections
 */
export function scopedUserJwt(
  name: string,
  user: string,
  account: string,
  signer: Signer,
  expires: number
): Promise<string> {
  return encodeUser(name, user, account, {}, { signer, scopedUser: true, exp: expires })
}

/** Rights of a scoped signing key. Absent limits would count as 0. */
export function scopeOf(key: string, role: string, rights: Rights) {
  const template: Partial<UserPermissionsLimits> = {
    ...permissionsOf(rights),
    subs: -1,
    data: -1,
    payload: -1,
    bearer_token: false,
    allowed_connection_types: []
  }
  return { kind: 'user_scope' as const, key, role, template }
}

/** Content of a .creds file: the JWT and the seed that proves it. Secret. */
export function credentialsOf(jwt: string, user: Signer): string {
  return new TextDecoder().decode(fmtCreds(jwt, user))
}

/** What a JWT claims, unverified: for comparing what the server holds with what it should hold. */
export function claimsOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>
}
