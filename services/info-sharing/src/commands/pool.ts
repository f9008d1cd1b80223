import { Forbidden } from '@wuhu/access'
import { type Decider, Refusal } from '@wuhu/decider'
import { type Call, NotFound } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { poolAudience } from '../domain/pool-guards.ts'
import { answerOf, contextOf, type Deps, offices, type Tx } from './context.ts'

interface PoolState {
  readonly status: 'none' | 'registered' | 'removed'
}

interface OnPool<State, Command, Event> {
  readonly kind: 'expert' | 'appraiser'
  readonly id: string
  readonly decider: Decider<State, Command, Event>
  readonly command: (who: { by: Call<unknown, unknown>['actor']; offices: readonly string[] }) => Command
}

/**
 * Gives a command to an entry of the pool, once.
 * @throws Forbidden for agencies that do not run the office, NotFound, Refusal
 */
export async function onPool<State extends PoolState, Command, Event extends { type: string; data: unknown }>(
  { store, now }: Deps,
  call: Call<unknown, unknown>,
  { kind, id, decider, command }: OnPool<State, Command, Event>
) {
  try {
    const done = await store.once(call, async (tx) => {
      const keepers = await offices(tx)
      if (!keepers.includes(call.caller.agency)) throw new Forbidden('only the office keeps the pool')
      const core = await coreAgencies(tx)
      const executed = await execute(tx, {
        decider,
        streamId: `${kind}/${id}`,
        command: command({ by: call.actor, offices: keepers }),
        expectedVersion: call.expectedVersion,
        context: contextOf(call, now()),
        describe: () => ({ audience: poolAudience(call.caller.agency, keepers, core) })
      })
      return answerOf(id, executed)
    })
    return { body: done.answer, version: done.answer.version, replayed: done.replayed }
  } catch (error) {
    if (error instanceof Refusal && error.code === `${kind}.unknown`) throw new NotFound(error.code, error.message)
    throw error
  }
}

async function coreAgencies(tx: Pick<Tx, 'db'>): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('directory_agencies')
    .select('code')
    .where('core', '=', true)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
