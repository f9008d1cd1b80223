import type { EventOf } from '../define-event.ts'
import { assistQuarantined } from './assist/quarantined.ts'
import { quarantineOpened } from './quarantine/opened.ts'
import { quarantineResolved } from './quarantine/resolved.ts'

export { assistQuarantined, quarantineOpened, quarantineResolved }
export const quarantineEvents = [quarantineOpened, quarantineResolved, assistQuarantined] as const
/** Events of the queue; what joint-investigation refuses comes into it from that service's stream. */
export type QuarantineEvent = EventOf<typeof quarantineOpened> | EventOf<typeof quarantineResolved>
