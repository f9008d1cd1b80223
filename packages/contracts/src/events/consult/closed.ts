import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Nothing more follows: concluded with signed minutes and all follow-ups done, or ended before that with a reason. */
export const consultClosed = defineEvent({
  type: 'consult.closed.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '会商办结', en: 'Consultation closed' },
  data: {
    outcome: open(
      Type.Union([Type.Literal('concluded'), Type.Literal('ended')], { description: '办结 concluded、提前终结 ended' })
    ),
    reason: work(Type.Optional(Text(2000, '提前终结的理由')))
  }
})
