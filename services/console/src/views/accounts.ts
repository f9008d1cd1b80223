import type { AccountEvent, Envelope } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import type { Kysely } from 'kysely'
import type { AccountStatus } from '../domain/account.ts'
import type { ConsoleDb } from '../tables.ts'

/** Accounts as rows: nothing in them is secret. */
export const accountView: View<ConsoleDb> = {
  name: 'accounts',
  tables: ['accounts'],
  async apply(db, envelope) {
    if (!envelope.type.startsWith('account.')) return
    const event = { type: envelope.type, data: envelope.data } as AccountEvent
    await change(db, event, envelope)
  }
}

async function change(db: Kysely<ConsoleDb>, event: AccountEvent, { time, streamversion }: Envelope): Promise<void> {
  const { agency, person } = event.data
  const after = { ...changed(event), updated_at: time, version: streamversion }
  if (event.type === 'account.created.v1') {
    const row = { status: 'invited' as const, totp: false, created_at: time, updated_at: time, version: streamversion }
    await db
      .insertInto('accounts')
      .values({ agency, person, ...row })
      .onConflict((conflict) => conflict.columns(['agency', 'person']).doUpdateSet(row))
      .execute()
    return
  }
  await db
    .updateTable('accounts')
    .set(after)
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('version', '<', streamversion)
    .execute()
}

function changed(event: AccountEvent): { status?: AccountStatus; totp?: boolean } {
  switch (event.type) {
    case 'account.created.v1':
    case 'account.totp-reset.v1':
      return { status: 'invited', totp: false }
    case 'account.password-set.v1':
      return event.data.secondFactor === 'required' ? {} : { status: 'active' }
    case 'account.totp-enrolled.v1':
      return { status: 'active', totp: true }
    case 'account.locked.v1':
      return { status: 'locked' }
    case 'account.unlocked.v1':
      return { status: 'active' }
    case 'account.disabled.v1':
      return { status: 'disabled', totp: false }
    case 'account.identity-linked.v1':
    case 'account.identity-unlinked.v1':
      return {}
  }
}

/** All accounts, or those of one agency, by agency and person. */
export async function listAccounts(db: Kysely<ConsoleDb>, agency: string | undefined) {
  let query = db.selectFrom('accounts').selectAll().orderBy('agency').orderBy('person')
  if (agency !== undefined) query = query.where('agency', '=', agency)
  return await query.execute()
}
