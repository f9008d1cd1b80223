import { type Deps, decideOnAccount, type Holder } from '../commands/context.ts'
import { hashPassword, isPassword } from '../credentials/password-hash.ts'
import { passwordFault } from '../domain/password-rules.ts'
import { closeSessions } from '../sessions/close-sessions.ts'
import type { Origin } from '../sessions/open-session.ts'
import { PasswordRefused } from './enrol.ts'
import { countRefusal } from './refusals.ts'
import { SignInRefused } from './sign-in.ts'
import { beginAttempt, succeed } from './throttles.ts'

/**
 * A signed-in officer sets another password; every session of the account ends.
 * @throws SignInRefused, Throttled, TooBusy, PasswordRefused
 */
export async function changePassword(
  deps: Deps,
  change: Holder & { old: string; password: string; origin: Origin; correlationId: string }
): Promise<void> {
  const { agency, person, origin, correlationId } = change
  const begun = await beginAttempt(deps, change, origin.address)
  const own = await deps.store.db
    .selectFrom('credentials')
    .select('password_hash')
    .where('agency', '=', agency)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!(await isPassword(change.old, own?.password_hash ?? undefined))) {
    const refused = { holder: { agency, person }, reason: 'password' as const, address: origin.address }
    await deps.store.transaction((tx) => countRefusal(tx, deps, refused))
    throw new SignInRefused('password')
  }
  const fault = passwordFault(change.password, change)
  const hash = fault ? '' : await hashPassword(change.password)
  await deps.store.transaction(async (tx) => {
    await succeed(tx, deps, begun)
    if (fault) return
    const command = { do: 'set-password' as const, agency, person, secondFactor: 'not-required' as const }
    await decideOnAccount(tx, deps, command, { actor: { agency, person }, correlationId })
    await tx.db
      .updateTable('credentials')
      .set({ password_hash: hash })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .execute()
    await closeSessions(tx, deps, { agency, person }, 'account', correlationId)
  })
  if (fault) throw new PasswordRefused(fault)
}
