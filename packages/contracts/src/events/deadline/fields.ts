import { Type } from '@sinclair/typebox'
import { AgencyCode, Instant, Text, UuidV7 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** A1, B11a, E3: as the rules of time limits number themselves. */
export const RuleId = () =>
  Type.String({ pattern: '^[A-Z][0-9]{1,2}[a-z]?$', maxLength: 4, description: '时限规则编号，如 B7' })

const Subject = () =>
  Type.String({
    pattern: '^[a-z][a-z-]{0,30}/[A-Za-z0-9._-]{1,80}$',
    maxLength: 112,
    description: '业务对象，如 transfer/…'
  })

/** Which clock, of what, and whose: open, because a clock tells nothing of the content. */
export const clock = {
  rule: open(RuleId()),
  of: open(Subject()),
  /** One of several of the same kind on an aggregate, such as the number of a follow-up. */
  key: open(Type.Optional(Text(64, '同一业务对象内的事项编号'))),
  holder: open(AgencyCode('承办单位'))
}

/** By which rules and which calendar a date was computed. */
export const computed = {
  dueAt: open(Instant('到期时间')),
  /** Where the last day is not a working day and the law lets it run on (刑事诉讼法 art 105). */
  naturalDueAt: open(Type.Optional(Instant('自然到期时间（届满日为非工作日时顺延）'))),
  warnAt: open(Type.Array(Instant('提醒时间'), { maxItems: 2, description: '提醒时间，先后两次' })),
  provisional: open(Type.Boolean({ description: '是否暂定：跨越尚未公布放假安排的年份' })),
  rulesVersion: open(Text(32, '时限规则版本')),
  calendarVersion: open(Text(32, '工作日历版本'))
}

export const causedBy = open(UuidV7('引起的事件'))
