import { timingSafeEqual } from 'node:crypto'
import { type Cause, type Deps, decideOnAccount, type Holder, nameOf, type Tx } from '../commands/context.ts'
import { enrolmentCode } from '../credentials/enrolment-code.ts'
import { hashPassword } from '../credentials/password-hash.ts'
import { newRecoveryCodes, recoveryHash } from '../credentials/recovery-codes.ts'
import { openSecret, sealSecret } from '../credentials/sealed-secret.ts'
import { newTotpSecret, totpSetup, totpStep } from '../credentials/totp.ts'
import { type PasswordFault, passwordFault } from '../domain/password-rules.ts'
import { needsSecondFactor } from '../domain/session-roles.ts'
import type { Origin } from '../sessions/open-session.ts'
import { countRefusal } from './refusals.ts'
import { SignInRefused } from './sign-in.ts'
import { type Attempt, beginAttempt, succeed } from './throttles.ts'

interface Enrolling extends Holder {
  /** From the security administrator. */
  readonly enrolment: string
  readonly origin: Origin
  readonly correlationId: string
}

/** The new password will not do. */
export class PasswordRefused extends Error {
  readonly fault: PasswordFault

  constructor(fault: PasswordFault) {
    super(fault)
    this.name = 'PasswordRefused'
    this.fault = fault
  }
}

/**
 * First step: sets the password. Where a second factor is asked the account opens with the second step only.
 * @returns what the generator is set up with; undefined when the account is open now
 * @throws SignInRefused, Throttled, TooBusy, PasswordRefused
 */
export async function setFirstPassword(
  deps: Deps,
  enrolling: Enrolling & { readonly password: string }
): Promise<{ uri: string; base32: string } | undefined> {
  const { agency, person, password } = enrolling
  return await withCode(deps, enrolling, async (begun) => {
    const fault = passwordFault(password, enrolling)
    if (fault) throw new PasswordRefused(fault)
    const hash = await hashPassword(password)
    const officer = await deps.officerOf(nameOf(enrolling))
    if (!officer) throw new SignInRefused('no-role')
    const secret = needsSecondFactor(officer.roles, deps.rules.secondFactorForAll) ? newTotpSecret() : undefined
    await deps.store.transaction(async (tx) => {
      await requireCode(tx, deps, enrolling)
      const secondFactor = secret ? 'required' : 'not-required'
      await decideOnAccount(tx, deps, { do: 'set-password', agency, person, secondFactor }, causeOf(enrolling))
      await tx.db
        .updateTable('credentials')
        .set({
          password_hash: hash,
          totp_pending: secret ? sealSecret(deps.key.totp, nameOf(enrolling), secret) : null,
          ...(!secret && { enrol_version: null, enrol_until: null })
        })
        .where('agency', '=', agency)
        .where('person', '=', person)
        .execute()
      await succeed(tx, deps, begun)
    })
    return secret && totpSetup(secret, nameOf(enrolling))
  })
}

/**
 * Second step: a code of the generator proves that it works, and the account is open.
 * @returns recovery codes, which are shown once
 * @throws SignInRefused, Throttled
 */
export async function confirmGenerator(
  deps: Deps,
  enrolling: Enrolling & { readonly code: string }
): Promise<string[]> {
  const { agency, person, code } = enrolling
  const account = nameOf(enrolling)
  return await withCode(deps, enrolling, async (begun) => {
    return await deps.store.transaction(async (tx) => {
      const { totp_pending: pending } = await requireCode(tx, deps, enrolling)
      const step = pending && totpStep(openSecret(deps.key.totp, account, pending), code, deps.now())
      if (!pending || !step) throw new SignInRefused('second-factor')
      const codes = newRecoveryCodes()
      const command = { do: 'enrol-totp' as const, agency, person, recoveryCodes: codes.length }
      await decideOnAccount(tx, deps, command, causeOf(enrolling))
      await tx.db
        .updateTable('credentials')
        .set({ totp_secret: pending, totp_pending: null, totp_step: step, enrol_version: null, enrol_until: null })
        .where('agency', '=', agency)
        .where('person', '=', person)
        .execute()
      const rows = codes.map((one) => ({ agency, person, hash: recoveryHash(deps.key, account, one), used_at: null }))
      await tx.db.insertInto('recovery_codes').values(rows).execute()
      await succeed(tx, deps, begun)
      return codes
    })
  })
}

const causeOf = ({ agency, person, correlationId }: Enrolling): Cause => ({ actor: { agency, person }, correlationId })

/** Runs a step within the limits of sign-in, and counts a refusal. */
async function withCode<T>(deps: Deps, enrolling: Enrolling, step: (begun: Attempt) => Promise<T>): Promise<T> {
  const begun = await beginAttempt(deps, enrolling, enrolling.origin.address)
  try {
    await deps.store.transaction((tx) => requireCode(tx, deps, enrolling))
    return await step(begun)
  } catch (error) {
    if (error instanceof PasswordRefused) await deps.store.transaction((tx) => succeed(tx, deps, begun))
    if (!(error instanceof SignInRefused)) throw error
    const { reason } = error
    const { address } = enrolling.origin
    await deps.store.transaction((tx) => countRefusal(tx, deps, { holder: undefined, reason, address }))
    throw error
  }
}

/** The row of an account whose code it is, locked. @throws SignInRefused */
async function requireCode(tx: Tx, { key, now }: Deps, enrolling: Enrolling) {
  const { agency, person, enrolment } = enrolling
  const row = await tx.db
    .selectFrom('credentials')
    .selectAll()
    .where('agency', '=', agency)
    .where('person', '=', person)
    .forUpdate()
    .executeTakeFirst()
  const expected = Buffer.from(enrolmentCode(key, nameOf(enrolling), row?.enrol_version ?? 0))
  const given = Buffer.from(enrolment.trim().toLowerCase())
  const same = given.length === expected.length && timingSafeEqual(given, expected)
  if (!row || row.enrol_version === null || !same) throw new SignInRefused('enrolment-code')
  if (!row.enrol_until || row.enrol_until.getTime() <= now()) throw new SignInRefused('enrolment-code')
  return row
}
