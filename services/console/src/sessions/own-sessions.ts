import { beijingTime } from '@wuhu/contracts'
import type { Deps } from '../commands/context.ts'
import type { CurrentSession } from './current-session.ts'

/** A session as its officer sees it. */
export interface OwnSession {
  readonly id: string
  readonly current: boolean
  readonly method: string
  readonly address: string
  readonly agent: string
  readonly openedAt: string
  readonly seenAt: string
}

/** All open sessions of the officer, newest first. */
export async function ownSessions({ store }: Pick<Deps, 'store'>, session: CurrentSession): Promise<OwnSession[]> {
  const rows = await store.db
    .selectFrom('sessions')
    .select(['id', 'method', 'address', 'agent', 'opened_at', 'seen_at'])
    .where('agency', '=', session.agency)
    .where('person', '=', session.person)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, method, address, agent, opened_at, seen_at }) => ({
    ...{ id, current: id === session.id, method, address, agent },
    openedAt: beijingTime(opened_at),
    seenAt: beijingTime(seen_at)
  }))
}
