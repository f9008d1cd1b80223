import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Time and place are set 会议通知; convening again moves them. */
export const consultConvened = defineEvent({
  type: 'consult.convened.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '召集会商', en: 'Consultation convened' },
  data: {
    meetsAt: open(Instant('会商时间')),
    place: work(Text(200, '会商地点或方式')),
    agenda: work(Type.Optional(Text(4000, '议程')))
  }
})
