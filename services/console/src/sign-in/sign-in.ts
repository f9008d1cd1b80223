import type { OfficerRecord } from '@wuhu/access'
import { type Cause, type Deps, decideOnAccount, type Holder, instant, nameOf, type Tx } from '../commands/context.ts'
import { hashPassword, isOutdated, isPassword } from '../credentials/password-hash.ts'
import { looksLikeRecoveryCode, recoveryHash } from '../credentials/recovery-codes.ts'
import { openSecret } from '../credentials/sealed-secret.ts'
import { totpStep } from '../credentials/totp.ts'
import type { Opened, Refused } from '../domain/session.ts'
import { needsSecondFactor, sessionRoles } from '../domain/session-roles.ts'
import { type Origin, openSession } from '../sessions/open-session.ts'
import { countRefusal } from './refusals.ts'
import { beginAttempt, succeed } from './throttles.ts'

/** Signing in failed. Callers are told this and no more; `reason` is for the log. */
export class SignInRefused extends Error {
  readonly reason: Refused['reason']

  constructor(reason: Refused['reason'], options?: ErrorOptions) {
    super('sign-in refused', options)
    this.name = 'SignInRefused'
    this.reason = reason
  }
}

export interface PasswordAttempt extends Holder {
  readonly password: string
  /** Of the generator, or a recovery code; empty where the account has neither. */
  readonly code: string
  readonly origin: Origin
  /** Secret of the session that the browser has already. */
  readonly before: string | undefined
  readonly correlationId: string
}

/**
 * Signs in with a local account. Whatever is wrong, the work up to the answer and the answer are the same.
 * @returns the secret for the cookie
 * @throws SignInRefused, Throttled, TooBusy
 */
export async function signInWithPassword(deps: Deps, attempt: PasswordAttempt): Promise<string> {
  const { store, now } = deps
  const { agency, person, origin, correlationId } = attempt
  const begun = await beginAttempt(deps, attempt, origin.address)
  const found = await findAccount(deps, attempt)
  const right = await isPassword(attempt.password, found?.password_hash ?? undefined)
  const rehashed = right && isOutdated(found?.password_hash ?? '') ? await hashPassword(attempt.password) : undefined
  try {
    if (!found) throw new SignInRefused('unknown-account')
    if (!right) throw new SignInRefused('password')
    const officer = await deps.officerOf(nameOf(attempt))
    const factor = secondFactorShown(deps, attempt, found.totp_secret)
    if (found.status !== 'active') throw new SignInRefused('not-active')
    checkFactorAndRoles(deps, officer, factor?.kind, found.totp_secret !== null)
    return await store.transaction(async (tx) => {
      if (factor) await useOnce(tx, deps, attempt, factor)
      if (rehashed !== undefined) await keepHash(tx, attempt, rehashed)
      await succeed(tx, deps, begun)
      const kind: Opened['factor'] = factor?.kind ?? 'none'
      const { before } = attempt
      return await openSession(tx, deps, {
        agency,
        person,
        method: 'password',
        factor: kind,
        origin,
        before,
        correlationId
      })
    })
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error
    await store.transaction(async (tx) => {
      const holder = found && { agency, person }
      await countRefusal(tx, { now }, { holder, reason: error.reason, address: origin.address })
      if (begun.last && found) await lockAccount(tx, deps, attempt)
    })
    throw error
  }
}

async function findAccount({ store }: Deps, { agency, person }: Holder) {
  return await store.db
    .selectFrom('accounts as a')
    .leftJoin('credentials as c', (join) => join.onRef('c.agency', '=', 'a.agency').onRef('c.person', '=', 'a.person'))
    .select(['a.status', 'c.password_hash', 'c.totp_secret'])
    .where('a.agency', '=', agency)
    .where('a.person', '=', person)
    .executeTakeFirst()
}

type Factor = { kind: 'totp'; step: number } | { kind: 'recovery-code'; hash: Buffer }

/** A code that fits; whether it was used before is for `useOnce` to say. */
function secondFactorShown({ key, now }: Deps, attempt: PasswordAttempt, sealed: Buffer | null): Factor | undefined {
  if (sealed === null) return undefined
  const account = nameOf(attempt)
  if (looksLikeRecoveryCode(attempt.code)) {
    return { kind: 'recovery-code', hash: recoveryHash(key, account, attempt.code) }
  }
  const step = totpStep(openSecret(key.totp, account, sealed), attempt.code, now())
  return step === undefined ? undefined : { kind: 'totp', step }
}

/** @throws SignInRefused */
function checkFactorAndRoles(
  { rules, now }: Deps,
  officer: OfficerRecord | undefined,
  shown: Factor['kind'] | undefined,
  enrolled: boolean
): void {
  const granted = officer?.roles ?? []
  if (!shown && (enrolled || needsSecondFactor(granted, rules.secondFactorForAll))) {
    throw new SignInRefused('second-factor')
  }
  if (sessionRoles(granted, now(), shown !== undefined).roles.length === 0) throw new SignInRefused('no-role')
}

/** A code of a step at or before the last one used, and a recovery code used before, are wrong. @throws SignInRefused */
async function useOnce(tx: Tx, { now }: Deps, { agency, person }: Holder, factor: Factor): Promise<void> {
  const used =
    factor.kind === 'totp'
      ? await tx.db
          .updateTable('credentials')
          .set({ totp_step: factor.step })
          .where('agency', '=', agency)
          .where('person', '=', person)
          .where('totp_step', '<', String(factor.step))
          .executeTakeFirstOrThrow()
      : await tx.db
          .updateTable('recovery_codes')
          .set({ used_at: instant(now()) })
          .where('agency', '=', agency)
          .where('person', '=', person)
          .where('hash', '=', factor.hash)
          .where('used_at', 'is', null)
          .executeTakeFirstOrThrow()
  if (used.numUpdatedRows === 0n) throw new SignInRefused('second-factor')
}

async function keepHash(tx: Tx, { agency, person }: Holder, hash: string): Promise<void> {
  await tx.db
    .updateTable('credentials')
    .set({ password_hash: hash })
    .where('agency', '=', agency)
    .where('person', '=', person)
    .execute()
}

async function lockAccount(tx: Tx, deps: Deps, { agency, person, correlationId }: PasswordAttempt): Promise<void> {
  const cause: Cause = { actor: { agency, person }, correlationId }
  const { attempts } = deps.rules.perAccount
  await decideOnAccount(tx, deps, { do: 'lock', agency, person, failures: attempts }, cause)
}
