import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { followUpNumber } from './fields.ts'

/** The agency has done what it was to do after the meeting. */
export const consultFollowedUp = defineEvent({
  type: 'consult.followed-up.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '完成后续事项', en: 'Followed up' },
  data: {
    number: open(followUpNumber),
    owner: open(AgencyCode('责任单位')),
    result: work(Text(4000, '完成情况'))
  }
})
