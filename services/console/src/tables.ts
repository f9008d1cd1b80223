import type { DirectoryTables } from '@wuhu/access'
import type { StoreTables } from '@wuhu/store'
import type { ColumnType } from 'kysely'
import type { AccountStatus } from './domain/account.ts'
import type { Opened, Refused } from './domain/session.ts'

type Timestamp = ColumnType<Date, string, string>
type OptionalTimestamp = ColumnType<Date | null, string | null, string | null>

interface Officer {
  agency: string
  person: string
}

/** The service's tables in the schema `console`, beside the store's own. */
export interface ConsoleTables extends DirectoryTables {
  accounts: Officer & {
    status: AccountStatus
    totp: boolean
    created_at: Timestamp
    updated_at: Timestamp
    version: number
  }
  credentials: Officer & {
    /** Version of the account that the enrolment code was made for; null when there is none to use. */
    enrol_version: number | null
    enrol_until: OptionalTimestamp
    /** PHC string. */
    password_hash: string | null
    /** Sealed; `totp_pending` has not been proven by a code yet. */
    totp_secret: Buffer | null
    totp_pending: Buffer | null
    /** The last step whose code was used: none is used twice. */
    totp_step: ColumnType<string, number | undefined, number>
  }
  recovery_codes: Officer & { hash: Buffer; used_at: OptionalTimestamp }
  identities: Officer & { identity: string; issuer: string; subject: string; linked_at: Timestamp }
  sessions: Officer & {
    id: string
    /** SHA-256 of what the cookie holds. */
    hash: Buffer
    /** A second factor was shown. */
    strong: boolean
    method: Opened['method']
    address: string
    agent: string
    opened_at: Timestamp
    seen_at: Timestamp
  }
  oidc_flows: { hash: Buffer; state: string; nonce: string; verifier: string; expires_at: Timestamp }
  /** Milliseconds since 1970; a row is of no use after `until`. */
  throttles: { key: string; at: number[]; not_before: number; until: Timestamp }
  /** Empty agency and person: accounts that do not exist. */
  refusals: Officer & {
    reason: Refused['reason']
    count: number
    addresses: string[]
    first_at: Timestamp
    last_at: Timestamp
  }
}

export type ConsoleDb = ConsoleTables & StoreTables
