import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { consultAttendees } from './fields.ts'

/** The agencies have met. */
export const consultHeld = defineEvent({
  type: 'consult.held.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '会商召开', en: 'Consultation held' },
  data: {
    heldAt: open(Instant('会商时间')),
    attendees: work(consultAttendees)
  }
})
