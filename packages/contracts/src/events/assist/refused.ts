import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The addressee cannot help, and says why. */
export const assistRefused = defineEvent({
  type: 'assist.refused.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '拒绝协查', en: 'Assistance refused' },
  data: {
    addressee: open(AgencyCode({ description: '受请求单位' })),
    reason: work(Text(2000, '不能协助的理由'))
  }
})
