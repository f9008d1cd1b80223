import { loadOfficer, type OfficerRecord } from '@wuhu/access'
import { type Actor, audienceOf } from '@wuhu/contracts'
import { type Context, type Executed, execute, type Store, type Transaction } from '@wuhu/store'
import type { MasterKey } from '../credentials/master-key.ts'
import { type AccountCommand, type AccountState, account } from '../domain/account.ts'
import { sessionRoles } from '../domain/session-roles.ts'
import type { Limits } from '../domain/throttle.ts'
import type { ConsoleDb, ConsoleTables } from '../tables.ts'

/** What the security administrator decides. Times in milliseconds. */
export interface Rules {
  /** A second factor is asked of everybody, not of administrators only. */
  readonly secondFactorForAll: boolean
  readonly idle: number
  readonly longestSession: number
  readonly enrolment: number
  readonly perAccount: Limits
  readonly perAddress: Limits
}

/** What the console needs from outside. */
export interface Deps {
  readonly store: Store<ConsoleTables>
  readonly key: MasterKey
  readonly rules: Rules
  /** Milliseconds since 1970. */
  now(): number
  /** The directory's word on an officer, not older than a fraction of a second. */
  officerOf(officer: string): Promise<OfficerRecord | undefined>
}

export type Tx = Transaction<ConsoleDb>

/** An officer of the directory. */
export interface Holder {
  readonly agency: string
  readonly person: string
}

export const nameOf = ({ agency, person }: Holder): string => `${agency}/${person}`
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Why and by whom something is done. */
export type Cause = Pick<Context, 'correlationId' | 'traceparent' | 'provenance'> & { readonly actor: Actor }

export const contextOf = ({ now }: Pick<Deps, 'now'>, cause: Cause): Context => ({
  ...cause,
  service: 'console',
  now: instant(now())
})

/** The agency that runs the office of the conference; undefined while the directory is empty. */
export async function officeOf(tx: Tx): Promise<string | undefined> {
  const row = await tx.db.selectFrom('directory_agencies').select('code').where('office', '=', true).executeTakeFirst()
  return row?.code
}

/** Decides and appends on an account. The office sees what happens to accounts, and the agency of their officers. */
export async function decideOnAccount(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  command: AccountCommand,
  cause: Cause,
  expectedVersion?: number
): Promise<Executed<AccountState>> {
  const office = await officeOf(tx)
  return await execute(tx, {
    decider: account,
    streamId: `account/${nameOf(command)}`,
    command,
    expectedVersion,
    context: contextOf(deps, cause),
    describe: () => ({
      audience: audienceOf(office === undefined ? undefined : { agency: office, ground: 'publisher' }, {
        agency: command.agency,
        ground: office === undefined ? 'publisher' : 'addressee'
      })
    })
  })
}

/** Whether the officer holds any role now. Read in the transaction: what it answers is decided on. */
export async function holdsRole(tx: Tx, { agency, person }: Holder, now: number): Promise<boolean> {
  const officer = await loadOfficer(tx.db, agency, person)
  return sessionRoles(officer?.roles ?? [], now, true).roles.length > 0
}
