import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { execute } from '@wuhu/store'
import { type Cause, contextOf, type Deps, type Holder, instant, type Tx } from '../commands/context.ts'
import { type Opened, session } from '../domain/session.ts'
import { closeSessions } from './close-sessions.ts'

/** Where a session was opened: for its officer, who may not recognise it. */
export interface Origin {
  readonly address: string
  readonly agent: string
}

/** What a browser holds is random; what the table holds is its hash, so that reading the table opens nothing. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * Opens a session under a new secret, and ends the one that the browser had: no secret outlives a sign-in.
 * @returns the secret for the cookie
 */
export async function openSession(
  tx: Tx,
  deps: Deps,
  opened: Holder & {
    method: Opened['method']
    factor: Opened['factor']
    origin: Origin
    before: string | undefined
    correlationId: string
  }
): Promise<string> {
  const { agency, person, method, factor, origin, before, correlationId } = opened
  const id = randomUUIDv7()
  const secret = newSecret()
  const at = instant(deps.now())
  const cause: Cause = { actor: { agency, person }, correlationId }
  if (before !== undefined) {
    await closeSessions(tx, deps, { hash: hashOf(before) }, 'signed-in-again', correlationId)
  }
  await tx.db
    .insertInto('sessions')
    .values({
      ...{ id, hash: hashOf(secret), agency, person, method, strong: factor !== 'none' },
      ...{ address: origin.address, agent: origin.agent.slice(0, 200), opened_at: at, seen_at: at }
    })
    .execute()
  await execute(tx, {
    decider: session,
    streamId: `session/${id}`,
    isNew: true,
    command: { do: 'open', data: { agency, person, method, factor, address: origin.address } },
    context: contextOf(deps, cause),
    describe: () => ({ audience: [] })
  })
  return secret
}
