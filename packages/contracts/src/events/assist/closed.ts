import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Nothing more follows: after a confirmed reply or a refusal. */
export const assistClosed = defineEvent({
  type: 'assist.closed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '协查办结', en: 'Assistance closed' },
  data: {
    outcome: open(
      Type.Union([Type.Literal('answered'), Type.Literal('refused')], { description: '办结情形：已复函、被拒绝' })
    ),
    note: Type.Optional(work(Text(2000, '办结说明')))
  }
})
