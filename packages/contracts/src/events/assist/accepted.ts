import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** The addressee will answer: by `dueAt` where it names a day, else by the rule's time limit. */
export const assistAccepted = defineEvent({
  type: 'assist.accepted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '接受协查', en: 'Assistance accepted' },
  data: {
    addressee: open(AgencyCode({ description: '受请求单位' })),
    dueAt: Type.Optional(open(Instant({ description: '承诺的答复期限；不填则依时限规则' })))
  }
})
