import type { OfficerRole } from '@wuhu/contracts'
import { type Deps, instant, nameOf } from '../commands/context.ts'
import { sessionRoles } from '../domain/session-roles.ts'
import { closeSessions } from './close-sessions.ts'
import { hashOf } from './open-session.ts'

/** Who is signed in, as of this moment. Instants in milliseconds. */
export interface CurrentSession {
  readonly id: string
  readonly agency: string
  readonly person: string
  readonly name?: string | undefined
  /** Never empty. */
  readonly roles: readonly OfficerRole[]
  readonly method: 'password' | 'oidc'
  readonly strong: boolean
  /** When it ends unless it is used, and when it ends anyway. */
  readonly idleUntil: number
  readonly expiresAt: number
  /** What the browser holds: forms are tagged with it. */
  readonly secret: string
}

/** Milliseconds: a session's use is written down no more often. */
const seenEvery = 30_000

/**
 * The session of a cookie, if it is open, in time, and its officer holds a role now: roles are the directory's at every
 * request, so that one who lost the last one is out.
 */
export async function currentSession(deps: Deps, secret: string | undefined): Promise<CurrentSession | undefined> {
  if (secret === undefined) return undefined
  const { store, rules, now } = deps
  const at = now()
  const row = await store.db.selectFrom('sessions').selectAll().where('hash', '=', hashOf(secret)).executeTakeFirst()
  if (!row) return undefined
  const { id, agency, person, method, strong } = row
  const expiresAt = row.opened_at.getTime() + rules.longestSession
  const end = async (reason: 'expired' | 'idle' | 'no-role') => {
    await store.transaction((tx) => closeSessions(tx, deps, { id }, reason, id))
    return undefined
  }
  if (expiresAt <= at) return await end('expired')
  if (row.seen_at.getTime() + rules.idle <= at) return await end('idle')
  const officer = await deps.officerOf(nameOf(row))
  const { roles } = sessionRoles(officer?.roles ?? [], at, strong)
  if (roles.length === 0) return await end('no-role')
  if (at - row.seen_at.getTime() >= Math.min(seenEvery, rules.idle / 10)) {
    await store.db
      .updateTable('sessions')
      .set({ seen_at: instant(at) })
      .where('id', '=', id)
      .execute()
  }
  const name = officer?.name
  return { id, agency, person, name, roles, method, strong, idleUntil: at + rules.idle, expiresAt, secret }
}
