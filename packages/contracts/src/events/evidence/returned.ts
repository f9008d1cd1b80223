import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, personal, work } from '../../sensitivity.ts'
import { Persons } from './fields.ts'

/** The thing went back to whom it belongs 发还: its custody is over. */
export const evidenceReturned = defineEvent({
  type: 'evidence.returned.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '证据物品发还', en: 'Evidence returned' },
  data: {
    by: open(AgencyCode('发还单位')),
    to: personal(Text(100, '领取人'), 'person-name'),
    reason: work(Text(500, '发还理由')),
    persons: Persons('发还人员，不少于两人')
  }
})
