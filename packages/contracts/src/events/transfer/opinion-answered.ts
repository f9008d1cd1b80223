import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { DocumentNumber, Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { letterOf } from './fields.ts'

/** The agency told the procuratorate what it decided. */
export const transferOpinionAnswered = defineEvent({
  type: 'transfer.opinion-answered.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '回复检察意见', en: 'Procuratorial opinion answered' },
  data: {
    outcome: work(
      Type.Union([Type.Literal('penalty'), Type.Literal('no-penalty'), Type.Literal('in-progress')], {
        description: '处理结果：penalty 给予行政处罚、no-penalty 不予行政处罚、in-progress 正在处理'
      })
    ),
    text: work(Text(8000, '处理情况')),
    documentNumber: work(DocumentNumber({ description: '检察意见回复文号' })),
    penaltyNumber: letterOf('行政处罚决定书文号'),
    attachments: work(Type.Optional(assistAttachments))
  }
})
