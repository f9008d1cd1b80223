import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The office does not take the question up, and says why. */
export const consultDeclined = defineEvent({
  type: 'consult.declined.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '不予受理会商', en: 'Consultation declined' },
  data: {
    office: open(AgencyCode('办公室所在单位')),
    reason: work(Text(2000, '不予受理的理由'))
  }
})
