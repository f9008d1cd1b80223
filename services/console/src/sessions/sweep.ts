import type { Logger } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { reportRefusals } from '../sign-in/refusals.ts'
import { closeOverdue } from './close-sessions.ts'

/** Ends what is overdue, reports what was refused, and forgets what is of no use any more. Harmless at any time. */
export async function sweep(deps: Pick<Deps, 'store' | 'now' | 'rules'>): Promise<void> {
  await closeOverdue(deps)
  await reportRefusals(deps)
  const now = new Date(deps.now())
  await deps.store.db.deleteFrom('oidc_flows').where('expires_at', '<=', now).execute()
  await deps.store.db.deleteFrom('throttles').where('until', '<=', now).execute()
}

/** Sweeps every `every` milliseconds, one after the other. @returns a function that stops and waits */
export function startSweeping(
  deps: Pick<Deps, 'store' | 'now' | 'rules'>,
  log: Logger,
  every = 15_000
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => sweep(deps)).catch((error: unknown) => log.warn({ err: error }, 'not swept'))
  }, every)
  return async () => {
    clearInterval(timer)
    await running
  }
}
