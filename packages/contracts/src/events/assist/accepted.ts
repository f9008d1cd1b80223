import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** The addressee will answer by `dueAt`. */
export const assistAccepted = defineEvent({
  type: 'assist.accepted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '接受协查', en: 'Assistance accepted' },
  data: {
    addressee: open(AgencyCode({ description: '受请求单位' })),
    dueAt: open(Instant({ description: '答复期限' }))
  }
})
