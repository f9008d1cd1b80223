import { defineEvent } from '../../define-event.ts'
import { open, work } from '../../sensitivity.ts'
import { consultDissent, minutesRound } from './fields.ts'

/** An attendee signs and does not agree: by name, in its own words. */
export const consultDissentRecorded = defineEvent({
  type: 'consult.dissent-recorded.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '记录不同意见', en: 'Dissent recorded' },
  data: {
    round: open(minutesRound),
    dissent: work(consultDissent)
  }
})
