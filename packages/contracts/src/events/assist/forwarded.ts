import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistLetter } from './fields.ts'

/** The addressee handed the letter on to the competent agency, which has to sign for it anew. Carries the letter. */
export const assistForwarded = defineEvent({
  type: 'assist.forwarded.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '转交协查函', en: 'Assistance request forwarded' },
  data: {
    from: open(AgencyCode({ description: '转出单位' })),
    to: open(AgencyCode({ description: '转入单位' })),
    reason: work(Text(2000, '转交理由')),
    ...assistLetter
  }
})
