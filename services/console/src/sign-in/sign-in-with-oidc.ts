import { formats } from '@wuhu/contracts'
import { type Deps, type Holder, instant, nameOf, type Tx } from '../commands/context.ts'
import { identityOf } from '../commands/identities.ts'
import { sessionRoles } from '../domain/session-roles.ts'
import { hashOf, newSecret, type Origin, openSession } from '../sessions/open-session.ts'
import { type Flow, NotVouched, type OidcProvider, type Vouched } from './oidc-provider.ts'
import { countRefusal } from './refusals.ts'
import { SignInRefused } from './sign-in.ts'

/** Milliseconds that an officer may take at the provider. */
export const flowLifetime = 10 * 60_000

/** Begins a sign-in at the provider. @returns where to send the browser, and the secret for its cookie */
export async function beginOidc(
  { store, now }: Deps,
  provider: OidcProvider,
  redirectUri: string
): Promise<{ url: URL; secret: string }> {
  const { url, flow } = await provider.begin(redirectUri)
  const secret = newSecret()
  const expires = instant(now() + flowLifetime)
  await store.db
    .insertInto('oidc_flows')
    .values({ hash: hashOf(secret), ...flow, expires_at: expires })
    .execute()
  return { url, secret }
}

/**
 * Ends a sign-in at the provider. The flow is taken out first: a callback works once.
 * @returns the secret for the session's cookie
 * @throws SignInRefused, ProviderUnavailable
 */
export async function finishOidc(
  deps: Deps,
  provider: OidcProvider,
  callback: {
    url: URL
    secret: string | undefined
    origin: Origin
    before: string | undefined
    correlationId: string
  }
): Promise<string> {
  const { origin, before, correlationId } = callback
  let holder: Holder | undefined
  try {
    const flow = await takeFlow(deps, callback.secret)
    const vouched = await provider.finish(callback.url, flow)
    const { strong } = vouched
    return await deps.store.transaction(async (tx) => {
      holder = await officerOf(tx, vouched)
      await checkOfficer(tx, deps, holder, strong)
      const factor = strong ? 'provider' : 'none'
      return await openSession(tx, deps, { ...holder, method: 'oidc', factor, origin, before, correlationId })
    })
  } catch (error) {
    const refused = error instanceof NotVouched ? new SignInRefused('provider', { cause: error }) : error
    if (!(refused instanceof SignInRefused)) throw error
    const { reason } = refused
    await deps.store.transaction((tx) => countRefusal(tx, deps, { holder, reason, address: origin.address }))
    throw refused
  }
}

/** @throws SignInRefused when the browser began no sign-in, too long ago, or ended it already */
async function takeFlow({ store, now }: Deps, secret: string | undefined): Promise<Flow> {
  const row =
    secret &&
    (await store.db.deleteFrom('oidc_flows').where('hash', '=', hashOf(secret)).returningAll().executeTakeFirst())
  if (!row || row.expires_at.getTime() <= now()) throw new SignInRefused('provider')
  return row
}

/** @throws SignInRefused for a subject that stands for no officer */
async function officerOf(tx: Tx, { issuer, subject, officer }: Vouched): Promise<Holder> {
  if (officer) {
    // What a provider says is text from outside.
    const known = formats['agency-code']?.(officer.agency) && formats['person-ref']?.(officer.person)
    if (!known) throw new SignInRefused('unknown-account')
    return officer
  }
  const row = await tx.db
    .selectFrom('identities')
    .select(['agency', 'person'])
    .where('identity', '=', identityOf(issuer, subject))
    .executeTakeFirst()
  if (!row) throw new SignInRefused('unknown-account')
  return row
}

/** An account that is locked or disabled is so for every door; an administrator needs a second factor at the provider. */
async function checkOfficer(tx: Tx, deps: Deps, holder: Holder, strong: boolean): Promise<void> {
  const account = await tx.db
    .selectFrom('accounts')
    .select('status')
    .where('agency', '=', holder.agency)
    .where('person', '=', holder.person)
    .executeTakeFirst()
  if (account?.status === 'locked' || account?.status === 'disabled') throw new SignInRefused('not-active')
  const officer = await deps.officerOf(nameOf(holder))
  const { roles, why } = sessionRoles(officer?.roles ?? [], deps.now(), strong)
  if (roles.length === 0) throw new SignInRefused(why === 'second-factor' ? 'second-factor' : 'no-role')
}
