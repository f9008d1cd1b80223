import { assistQuarantined } from '@wuhu/contracts'
import { quarantinedEvent, type RefusedIntake } from '@wuhu/host'
import type { Deps } from './context.ts'

/** Keeps what may be kept of a command that was refused for the mark of a state secret. */
export async function recordQuarantined({ store, now }: Pick<Deps, 'store' | 'now'>, refused: RefusedIntake) {
  const event = quarantinedEvent(assistQuarantined, refused, now())
  await store.append(event.subject, 0, [event])
}
