import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, DocumentNumber, Text } from '../../formats.ts'
import { investigation, open, work } from '../../sensitivity.ts'
import { assistAttachments, assistPoliceStatus } from './fields.ts'

/** The addressee answered by letter 复函; a supplement is a further reply. */
export const assistReplied = defineEvent({
  type: 'assist.replied.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '协查复函', en: 'Assistance replied' },
  data: {
    round: open(Type.Integer({ minimum: 1, description: '第几次复函' })),
    letterNumber: work(DocumentNumber({ description: '复函文号' })),
    text: work(Text(8000, '复函内容')),
    attachments: Type.Optional(work(assistAttachments)),
    policeStatus: Type.Optional(investigation(assistPoliceStatus)),
    policeStatusOn: Type.Optional(investigation(CalendarDate({ description: '公安办理状态的日期' })))
  }
})
