import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** The office put another version of the time limits into force. The whole set travels: each service computes by it. */
export const limitsAdopted = defineEvent({
  type: 'limits.adopted.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '时限规则启用', en: 'Time limits adopted' },
  data: {
    version: open(Text(32, '规则版本')),
    note: open(Type.Optional(Text(1000, '修改说明'))),
    rules: open(Type.Unknown({ description: '全部时限规则，格式见 GET /v1/time-limits' }))
  }
})
