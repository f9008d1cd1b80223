import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** An invited agency comes, or sends its regrets. */
export const consultInvitationAnswered = defineEvent({
  type: 'consult.invitation-answered.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '答复会商邀请', en: 'Invitation answered' },
  data: {
    agency: open(AgencyCode('受邀单位')),
    attends: open(Type.Boolean({ description: '是否参加' })),
    reason: work(Type.Optional(Text(1000, '不能参加的原因')))
  }
})
