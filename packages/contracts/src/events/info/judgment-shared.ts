import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, CourtCaseNumber, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { published } from './fields.ts'

/** A court tells how a case ended 裁判信息. */
export const infoJudgmentShared = defineEvent({
  type: 'info.judgment-shared.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '裁判信息', en: 'Judgment shared' },
  data: {
    ...published,
    courtCaseNumber: open(CourtCaseNumber()),
    outcome: open(Text(4000, '裁判结果')),
    text: open(Type.Optional(Text(20_000, '裁判要旨'))),
    decidedOn: open(CalendarDate('裁判日期')),
    final: open(Type.Optional(Type.Boolean({ description: '是否生效' })))
  }
})
