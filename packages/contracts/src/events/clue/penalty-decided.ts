import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, DocumentNumber } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Yuan } from '../info/fields.ts'
import { Approver } from './fields.ts'

const outcome = Type.Union(
  [
    Type.Literal('penalty'),
    Type.Literal('no-penalty'),
    Type.Literal('dismissed'),
    Type.Literal('sent-for-prosecution')
  ],
  {
    description:
      '处理结果：penalty 给予行政处罚、no-penalty 不予行政处罚、dismissed 销案、sent-for-prosecution 移送审查起诉（公安机关自行立案的）'
  }
)

/** The case that was opened came to its decision 处理决定 (行政处罚法 art 57). */
export const cluePenaltyDecided = defineEvent({
  type: 'clue.penalty-decided.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '作出处罚决定', en: 'Penalty decided' },
  data: {
    outcome: open(outcome),
    documentNumber: work(Type.Optional(DocumentNumber('决定书文号'))),
    fineYuan: work(Type.Optional(Yuan('罚款金额（元）'))),
    decidedOn: open(CalendarDate('决定日期')),
    approver: work(Approver())
  }
})
