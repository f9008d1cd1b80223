import type { KeyRecord } from '@wuhu/access'
import { agencyApiPrefix, agencyInbox, scopedUserJwt } from '@wuhu/bus/nats-accounts'
import { beijingTime } from '@wuhu/contracts'
import type { AgencyKeys } from './agency-keys.ts'

/** What an agency's system connects to NATS with, beside the seed that only it has. Nothing in it is secret. */
export interface NatsCredentials {
  readonly jwt: string
  readonly apiPrefix: string
  readonly stream: string
  readonly durable: string
  readonly inboxPrefix: string
  readonly urls?: readonly string[]
  readonly expiresAt: string
}

/** Milliseconds that a user of a key without end of validity may be used: a year. */
const longest = 365 * 86_400_000

/**
 * A user of the agency's account for one of its keys, which ends when the key does. The server asks the connection to
 * sign a nonce with the key's seed, so the JWT alone opens nothing.
 */
export async function issueCredentials(
  key: Pick<KeyRecord, 'kid' | 'agency' | 'validUntil'>,
  options: { keysOf(agency: string): AgencyKeys; readonly now: number; readonly urls?: readonly string[] | undefined }
): Promise<NatsCredentials> {
  const { kid, agency, validUntil } = key
  const { account, signer } = options.keysOf(agency)
  const expires = Math.floor((validUntil === undefined ? options.now + longest : Date.parse(validUntil)) / 1000)
  return {
    jwt: await scopedUserJwt(`${agency}/${kid}`, kid, account, signer, expires),
    apiPrefix: agencyApiPrefix,
    stream: 'MAIL',
    durable: agency,
    inboxPrefix: agencyInbox(agency),
    ...(options.urls && { urls: options.urls }),
    expiresAt: beijingTime(new Date(expires * 1000))
  }
}
