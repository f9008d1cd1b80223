import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CalendarDate, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { followUpNumber } from './fields.ts'

/** Something is to be done after the meeting, by one agency, by a day. */
export const consultFollowUpAssigned = defineEvent({
  type: 'consult.follow-up-assigned.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '确定后续事项', en: 'Follow-up assigned' },
  data: {
    number: open(followUpNumber),
    owner: open(AgencyCode('责任单位')),
    dueOn: open(CalendarDate('完成期限')),
    task: work(Text(2000, '后续事项'))
  }
})
