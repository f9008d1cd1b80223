import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, DocumentNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachments } from './fields.ts'

/** The requester imported the paper by which the body outside answered, or refused. */
export const assistExternalAnswered = defineEvent({
  type: 'assist.external-answered.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '导入机制外单位复函', en: 'Reply from outside imported' },
  data: {
    round: open(Type.Integer({ minimum: 1, description: '第几次复函' })),
    outcome: open(
      Type.Union([Type.Literal('answered'), Type.Literal('refused')], {
        description: '复函结果：answered 已答复、refused 不予协助'
      })
    ),
    letterNumber: work(DocumentNumber({ description: '复函文号' })),
    repliedOn: open(CalendarDate({ description: '复函日期' })),
    text: work(Text(8000, '复函内容')),
    attachments: Type.Optional(work(assistAttachments))
  }
})
