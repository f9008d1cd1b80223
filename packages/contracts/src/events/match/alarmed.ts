import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** An agency comes close to its quota of evaluations, or asked for more than it: it may be testing guesses. */
export const matchAlarmed = defineEvent({
  type: 'match.alarmed.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '比对计算用量告警', en: 'Matching quota alarm' },
  data: {
    agency: open(AgencyCode('计算单位')),
    window: open(
      Type.Union([Type.Literal('hour'), Type.Literal('day')], { description: '统计窗口：hour 一小时、day 二十四小时' })
    ),
    used: open(Type.Integer({ minimum: 0, description: '窗口内已计算的个数' })),
    limit: open(Type.Integer({ minimum: 1, description: '窗口内的上限' })),
    refused: open(Type.Boolean({ description: '是否已拒绝' }))
  }
})
