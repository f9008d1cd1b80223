import type { EventOf } from '../define-event.ts'
import { calendarImported } from './calendar/imported.ts'
import { limitsAdopted } from './limits/adopted.ts'

export { calendarImported, limitsAdopted }

/** What time limits are computed by: holiday notices and rules. */
export const calendarEvents = [calendarImported, limitsAdopted] as const
export type CalendarEvent = EventOf<(typeof calendarEvents)[number]>
