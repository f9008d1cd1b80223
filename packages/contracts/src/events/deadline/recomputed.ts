import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { causedBy, clock, computed } from './fields.ts'

/** A time limit ends at another time than it was said: it was extended, ran on again, or the calendar became known. */
export const deadlineRecomputed = defineEvent({
  type: 'deadline.recomputed.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限重算', en: 'Deadline recomputed' },
  data: {
    ...clock,
    cause: open(
      Type.Union([Type.Literal('extension'), Type.Literal('resumption'), Type.Literal('calendar')], {
        description: '原因：extension 延期、resumption 恢复计算、calendar 放假安排公布或更正'
      })
    ),
    causedBy: Type.Optional(causedBy),
    resumedAt: open(Type.Optional(Instant('恢复计算的时间'))),
    previousDueAt: open(Type.Optional(Instant('原到期时间；中止恢复时没有'))),
    ...computed
  }
})
