import { defineEvent } from '../../define-event.ts'
import { AgencyCode, PersonRef } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { minutesRound } from './fields.ts'

/** One attendee has signed the minutes. */
export const consultSignatureGiven = defineEvent({
  type: 'consult.signature-given.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '会签纪要', en: 'Minutes signed by an attendee' },
  data: {
    agency: open(AgencyCode('所在单位')),
    person: work(PersonRef('参会人员代号')),
    round: open(minutesRound)
  }
})
