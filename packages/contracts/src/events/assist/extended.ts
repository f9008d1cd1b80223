import { Type } from '@sinclair/typebox'
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
    previousDueAt: Type.Optional(open(Instant({ description: '原承诺的答复期限' }))),
    dueAt: Type.Optional(open(Instant({ description: '新的承诺期限；不填则依时限规则' }))),
    reason: work(Text(2000, '延期理由')),
    approver: work(assistApprover)
  }
})
