import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, type Envelope, type EventDefinition, markingOf } from '@wuhu/contracts'
import type { RefusedIntake } from './inspect-intake.ts'

/** What may be kept of a refused command: who sent which, and where the marks stood; never the text. */
export const keptOf = ({ actor: { agency, person }, command, marks, correlationId }: RefusedIntake) => ({
  agency,
  ...(person !== undefined && { person }),
  command,
  marks: [...marks],
  request: correlationId
})

/**
 * The event in which a service keeps a refused command, alone in its stream and in nobody's mailbox. info-sharing takes it
 * into the one queue of the secrecy officers 保密员, and from there its readers learn of it.
 */
export function quarantinedEvent(definition: EventDefinition, refused: RefusedIntake, now: string): Envelope {
  const { actor, correlationId, traceparent } = refused
  return createEnvelope({
    id: randomUUIDv7(),
    service: definition.owner,
    type: definition.type,
    subject: `quarantine/${randomUUIDv7()}`,
    time: now,
    version: 1,
    actor,
    marking: markingOf(definition),
    audience: [],
    correlationId,
    traceparent,
    data: keptOf(refused)
  })
}
