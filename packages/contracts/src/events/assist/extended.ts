import { defineEvent } from '../../define-event.ts'
import { Instant, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistApprover } from './fields.ts'

/** The answer comes later than promised; once only. */
export const assistExtended = defineEvent({
  type: 'assist.extended.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '延长协查期限', en: 'Assistance extended' },
  data: {
    previousDueAt: open(Instant({ description: '原答复期限' })),
    dueAt: open(Instant({ description: '新的答复期限' })),
    reason: work(Text(2000, '延期理由')),
    approver: work(assistApprover)
  }
})
