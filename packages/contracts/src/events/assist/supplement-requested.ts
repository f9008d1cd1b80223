import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The reply leaves something open: the addressee is asked for it. */
export const assistSupplementRequested = defineEvent({
  type: 'assist.supplement-requested.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '要求补充', en: 'Supplement requested' },
  data: {
    what: work(Text(2000, '需要补充的内容')),
    dueAt: Type.Optional(open(Instant({ description: '希望补充的期限' })))
  }
})
