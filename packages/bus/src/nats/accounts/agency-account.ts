import { createHash } from 'node:crypto'
import type { Account, Export, Import } from '@nats-io/jwt'
import { accountLimits, scopeOf } from './claims.ts'

/** Where an agency finds its part of the hub's JetStream: `jetstream(nc, { apiPrefix: 'busapi' })`. */
export const agencyApiPrefix = 'busapi'

/** Later than any JWT is made: a revoked key stays revoked, whatever clock a JWT was made by. */
const forAll = Date.UTC(2100, 0, 1) / 1000

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** How nats-server abbreviates an account's name within subjects (getHash in server/util). */
function accountHash(account: string): string {
  const hash = createHash('sha256').update(account).digest()
  return [...hash.subarray(0, 8)].map((byte) => digits[byte % 62]).join('')
}

interface Door {
  readonly name: string
  /** In the hub, for one agency, or for `*`. */
  readonly subject: (agency: string, hub: string) => string
  readonly to?: (agency: string) => string
  readonly answers: 'Singleton' | 'Stream'
}

/**
 * The doors between an agency's account and the hub. Acknowledgements are let through in exactly the two forms that
 * the server writes (ADR-15), never with `>` or `*` where a stream's or consumer's name may stand: the wildcard form
 * `$JS.ACK.*.*.MAIL.psb.>` also matches `$JS.ACK.MAIL.court.MAIL.psb.1.1.1`, which is an acknowledgement to court's
 * consumer, and with `+NXT` as its body fetches court's mail.
 */
const doors: readonly Door[] = [
  {
    name: 'mail-next',
    subject: (agency) => `$JS.API.CONSUMER.MSG.NEXT.MAIL.${agency}`,
    to: (agency) => `${agencyApiPrefix}.CONSUMER.MSG.NEXT.MAIL.${agency}`,
    answers: 'Stream'
  },
  {
    name: 'mail-info',
    subject: (agency) => `$JS.API.CONSUMER.INFO.MAIL.${agency}`,
    to: (agency) => `${agencyApiPrefix}.CONSUMER.INFO.MAIL.${agency}`,
    answers: 'Singleton'
  },
  { name: 'mail-ack', subject: (agency) => `$JS.ACK.MAIL.${agency}.*.*.*.*.*`, answers: 'Stream' },
  {
    name: 'mail-ack-of-account',
    subject: (agency, hub) => `$JS.ACK._.${accountHash(hub)}.MAIL.${agency}.>`,
    answers: 'Stream'
  },
  { name: 'commands', subject: (agency) => `cmd.${agency}.>`, answers: 'Singleton' }
]

/** The hub's account: owns all streams, and exports to accounts that the operator's signing key gave an import. */
export function hubAccount(hub: string, signingKey: string): Partial<Account> {
  const exports: Export[] = doors.map(({ name, subject, answers }) => ({
    ...{ name, subject: subject('*', hub), type: 'service', response_type: answers }
  }))
  const jetstream = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1, max_ack_pending: -1 }
  const sizes = { mem_max_stream_bytes: -1, disk_max_stream_bytes: -1, max_bytes_required: false }
  return { limits: { ...accountLimits, ...jetstream, ...sizes }, signing_keys: [signingKey], exports }
}

/**
 * An agency's account: its own durable on `MAIL`, its own commands, nothing else. Pure: the same directory gives the
 * same account.
 * @param revoked public keys that open nothing any more
 */
export function agencyAccount(options: {
  readonly agency: string
  readonly hub: string
  readonly signingKey: string
  readonly revoked: readonly string[]
}): Partial<Account> {
  const { agency, hub, signingKey, revoked } = options
  // It becomes a token of subjects: nothing in it may be a wildcard or end the token.
  if (!/^[a-z0-9-]+$/.test(agency)) throw new TypeError('not the code of an agency')
  const imports: Import[] = doors.map(({ name, subject, to }) => ({
    ...{ name, subject: subject(agency, hub), account: hub, type: 'service' },
    ...(to && { local_subject: to(agency) })
  }))
  const publish = imports.map((one) => one.local_subject ?? one.subject)
  const rights = { publish, subscribe: [`${agencyInbox(agency)}.>`] }
  return {
    limits: { ...accountLimits, conn: 64, subs: 1000, exports: 0 },
    signing_keys: [scopeOf(signingKey, 'agency-system', rights)],
    imports,
    revocations: Object.fromEntries([...revoked].sort().map((kid) => [kid, forAll]))
  }
}

/** Prefix of the inboxes of an agency's connections. */
export const agencyInbox = (agency: string): string => `_INBOX_${agency}`
