import { Type } from '@sinclair/typebox'
import { AgencyCode, CalendarDate, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** What a task is, in every event that tells somebody of it. */
export const taskFields = {
  number: open(Text(32, '任务编号，如 2-3')),
  phase: open(Type.Optional(Text(64, '所属阶段'))),
  title: open(Text(200, '任务名称')),
  text: work(Text(2000, '任务内容'))
}

export const taskAgency = open(AgencyCode('责任单位'))
export const taskDueOn = open(CalendarDate('完成期限'))

/** What the office says of a report. */
export const taskResult = Type.Union(
  [Type.Literal('completed'), Type.Literal('partly'), Type.Literal('not-completed')],
  { description: '评价：completed 已完成、partly 部分完成、not-completed 未完成' }
)
