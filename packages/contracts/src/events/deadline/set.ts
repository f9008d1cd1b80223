import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { causedBy, clock, computed } from './fields.ts'

/** A clock of the law or of the house began to run. */
export const deadlineSet = defineEvent({
  type: 'deadline.set.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限开始', en: 'Deadline set' },
  data: {
    ...clock,
    startedBy: causedBy,
    startedAt: open(Instant('起算时间')),
    limit: open(Type.Integer({ minimum: 0, maximum: 3660, description: '期限' })),
    unit: open(
      Type.Union([Type.Literal('hour'), Type.Literal('day'), Type.Literal('month')], { description: '期限单位' })
    ),
    /** In place of the limit, where the case itself names the date. */
    dueOn: open(Type.Optional(Text(40, '指定的到期日或时间'))),
    ...computed
  }
})
