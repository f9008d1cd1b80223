import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { consultQuestion } from './fields.ts'

/**
 * Agencies are asked to take part. Carries the question, which they have not seen before, and the meeting where it has been
 * called already.
 */
export const consultInvited = defineEvent({
  type: 'consult.invited.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '邀请参加会商', en: 'Agencies invited' },
  data: {
    ...consultQuestion,
    agencies: open(
      Type.Array(AgencyCode('受邀单位'), { minItems: 1, maxItems: 30, uniqueItems: true, description: '受邀单位' })
    ),
    note: work(Type.Optional(Text(2000, '邀请说明'))),
    meetsAt: open(Type.Optional(Instant('已召集的，会商时间'))),
    place: work(Type.Optional(Text(200, '已召集的，会商地点或方式')))
  }
})
