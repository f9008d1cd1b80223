import { execute } from '@wuhu/store'
import { contextOf, type Deps, type Holder, type Tx } from '../commands/context.ts'
import { type Closed, session } from '../domain/session.ts'

type Which = { readonly hash: Buffer } | { readonly id: string } | Holder

/** Ends sessions: their secrets are worth nothing from the commit on. @returns how many */
export async function closeSessions(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  which: Which,
  reason: Closed['reason'],
  correlationId: string
): Promise<number> {
  let ending = tx.db.deleteFrom('sessions')
  if ('hash' in which) ending = ending.where('hash', '=', which.hash)
  else if ('id' in which) ending = ending.where('id', '=', which.id)
  else ending = ending.where('agency', '=', which.agency).where('person', '=', which.person)
  const rows = await ending.returning(['id', 'agency', 'person']).execute()
  for (const row of rows) await closed(tx, deps, row, reason, correlationId)
  return rows.length
}

/** Ends what has been idle or open for too long. @returns how many */
export async function closeOverdue(deps: Pick<Deps, 'store' | 'now' | 'rules'>): Promise<number> {
  const { store, rules, now } = deps
  const idleSince = new Date(now() - rules.idle)
  const openSince = new Date(now() - rules.longestSession)
  return await store.transaction(async (tx) => {
    const rows = await tx.db
      .deleteFrom('sessions')
      .where((eb) => eb.or([eb('seen_at', '<=', idleSince), eb('opened_at', '<=', openSince)]))
      .returning(['id', 'agency', 'person', 'opened_at'])
      .execute()
    for (const row of rows) {
      const reason = row.opened_at <= openSince ? 'expired' : 'idle'
      await closed(tx, deps, row, reason, 'overdue')
    }
    return rows.length
  })
}

async function closed(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { id, agency, person }: Holder & { id: string },
  reason: Closed['reason'],
  correlationId: string
): Promise<void> {
  await execute(tx, {
    decider: session,
    streamId: `session/${id}`,
    command: { do: 'close', reason },
    context: contextOf(deps, { actor: { agency, person }, correlationId }),
    describe: () => ({ audience: [] })
  })
}
