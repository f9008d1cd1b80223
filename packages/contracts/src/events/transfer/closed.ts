import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Nothing more follows. */
export const transferClosed = defineEvent({
  type: 'transfer.closed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '移送办结', en: 'Transfer closed' },
  data: {
    outcome: open(
      Type.Union(
        [
          Type.Literal('not-transferred'),
          Type.Literal('rerouted'),
          Type.Literal('returned'),
          Type.Literal('prosecuted'),
          Type.Literal('no-penalty'),
          Type.Literal('answered')
        ],
        {
          description:
            '结果：not-transferred 未移送、rerouted 已转送、returned 恢复行政处理、prosecuted 已起诉、no-penalty 反向衔接终结、answered 检察意见已回复'
        }
      )
    ),
    note: work(Type.Optional(Text(1000, '说明')))
  }
})
