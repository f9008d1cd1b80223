import { listAgencies } from '@wuhu/access'
import { agencyAccount } from '@wuhu/bus/nats-accounts'
import type { Store } from '@wuhu/store'
import type { NotificationsTables } from '../tables.ts'
import type { AgencyKeys } from './agency-keys.ts'

/** An account as the directory wants it. */
export interface WantedAccount {
  readonly agency: string
  readonly account: string
  readonly content: ReturnType<typeof agencyAccount>
}

/**
 * The accounts that follow from the directory at `now` (milliseconds since 1970). A key that was revoked, or whose
 * validity is over, opens nothing: a user of it that was made before a rotation shortened its validity must go too.
 */
export async function wantedAccounts(
  db: Store<NotificationsTables>['db'],
  { hub, keysOf, now }: { readonly hub: string; keysOf(agency: string): AgencyKeys; readonly now: number }
): Promise<WantedAccount[]> {
  const agencies = await listAgencies(db)
  const keys = await db
    .selectFrom('directory_keys')
    .select(['kid', 'agency', 'valid_until', 'revoked_at'])
    .where('role', '=', 'agency-system')
    .where((eb) => eb.or([eb('revoked_at', 'is not', null), eb('valid_until', 'is not', null)]))
    .execute()
  const over = ({ revoked_at, valid_until }: (typeof keys)[number]) =>
    revoked_at !== null || (valid_until !== null && Date.parse(valid_until) <= now)
  return agencies.map(({ code }) => {
    const { account, signer } = keysOf(code)
    const revoked = keys.filter((key) => key.agency === code && over(key)).map(({ kid }) => kid)
    const content = agencyAccount({ agency: code, hub, signingKey: signer.getPublicKey(), revoked })
    return { agency: code, account, content }
  })
}
