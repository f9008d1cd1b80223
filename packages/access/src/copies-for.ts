import type { Envelope, Ground } from '@wuhu/contracts'
import type { Shown } from './read-log.ts'
import { classesShown } from './read-log-classes.ts'
import { seen } from './seen.ts'
import { visible } from './visible.ts'

/** An event as an agency sees it, and what the record of readings says of that. */
interface SeenEvent {
  readonly copy: Envelope
  readonly shown: Shown
}

/**
 * What an agency may see of these events, in their order.
 * @param groundOf the ground on which it sees an event; by the event's audience, unless the thing itself knows better
 */
export const copiesFor = (
  events: readonly Envelope[],
  agency: string,
  groundOf: (event: Envelope) => Ground | undefined = ({ audience }) => visible(agency, audience)
): SeenEvent[] =>
  events.flatMap((event) => {
    const ground = groundOf(event)
    if (ground === undefined) return []
    const { type, subject, casenumber: caseNumber } = event
    const shown = { caseNumber, subject, classes: classesShown(type, { agency, ground }) }
    return [{ copy: seen(event, agency, ground), shown }]
  })
