import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, markingOf, superviseQuarantined } from '@wuhu/contracts'
import type { RefusedIntake } from '@wuhu/host'
import type { Deps } from './context.ts'

/**
 * Keeps what may be kept of a command that was refused for the mark of a state secret: an event that is in nobody's
 * mailbox. info-sharing takes it into the one queue of the secrecy officers, and from there its readers learn of it.
 */
export async function recordQuarantined({ store, now }: Pick<Deps, 'store' | 'now'>, refused: RefusedIntake) {
  const { actor, command, marks, correlationId, traceparent } = refused
  const { agency, person } = actor
  const subject = `quarantine/${randomUUIDv7()}`
  const envelope = createEnvelope({
    id: randomUUIDv7(),
    service: 'audit',
    type: superviseQuarantined.type,
    subject,
    time: now(),
    version: 1,
    actor,
    marking: markingOf(superviseQuarantined),
    audience: [],
    correlationId,
    traceparent,
    data: { agency, ...(person !== undefined && { person }), command, marks, request: correlationId }
  })
  await store.append(subject, 0, [envelope])
}
