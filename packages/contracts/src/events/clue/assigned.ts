import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The office names the agency that handles the lead 经办机关, and until when. */
export const clueAssigned = defineEvent({
  type: 'clue.assigned.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索分办', en: 'Clue assigned' },
  data: {
    to: open(AgencyCode('经办单位')),
    dueAt: open(Instant('办理期限')),
    title: work(Text(200, '线索标题')),
    instruction: work(Type.Optional(Text(1000, '交办要求')))
  }
})
