import { randomUUIDv7 } from 'node:crypto'
import { beijingTime } from '@wuhu/contracts'
import { execute } from '@wuhu/store'
import { sql } from 'kysely'
import { contextOf, type Deps, type Holder, instant, officeOf, type Tx } from '../commands/context.ts'
import { type Refused, session } from '../domain/session.ts'

/** Milliseconds over which refusals are counted into one event. */
const countedOver = 60_000

/** Counts a refused attempt. `holder` is undefined when there is no such account: what was typed is not kept. */
export async function countRefusal(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  refused: { holder: Holder | undefined; reason: Refused['reason']; address: string }
): Promise<void> {
  const { agency, person } = refused.holder ?? { agency: '', person: '' }
  const at = instant(now())
  await sql`
    insert into refusals as r (agency, person, reason, count, addresses, first_at, last_at)
    values (${agency}, ${person}, ${refused.reason}, 1, array[${refused.address}::text], ${at}, ${at})
    on conflict (agency, person, reason) do update set count = r.count + 1, last_at = excluded.last_at,
      addresses = case when excluded.addresses <@ r.addresses or cardinality(r.addresses) >= 8 then r.addresses
                  else r.addresses || excluded.addresses end`.execute(tx.db)
}

/** Publishes one event for each account and reason whose counting began a minute ago or longer. */
export async function reportRefusals(deps: Pick<Deps, 'store' | 'now'>): Promise<number> {
  const due = new Date(deps.now() - countedOver)
  return await deps.store.transaction(async (tx) => {
    const rows = await tx.db.deleteFrom('refusals').where('first_at', '<=', due).returningAll().execute()
    const office = rows.length > 0 ? await officeOf(tx) : undefined
    for (const { agency, person, reason, count, addresses, first_at, last_at } of rows) {
      const data = { reason, count, addresses, from: beijingTime(first_at), until: beijingTime(last_at) }
      await execute(tx, {
        decider: session,
        streamId: `session/${randomUUIDv7()}`,
        isNew: true,
        command: { do: 'report-refused', data: { ...(agency !== '' && { agency, person }), ...data } },
        context: contextOf(deps, { actor: { agency: office ?? 'console' }, correlationId: 'refusals' }),
        describe: () => ({ audience: [] })
      })
    }
    return rows.length
  })
}
