import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CalendarDate, DocumentNumber } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { Yuan } from '../info/fields.ts'

/** A penalty on a case with signs of a crime went in copy to police and procuratorate (高检会〔2006〕2号). */
export const transferPenaltyCopied = defineEvent({
  type: 'transfer.penalty-copied.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '抄送处罚决定', en: 'Penalty copied' },
  data: {
    copyTo: open(Type.Array(AgencyCode(), { minItems: 1, maxItems: 4, description: '抄送单位' })),
    documentNumber: work(DocumentNumber({ description: '行政处罚决定书文号' })),
    decidedOn: work(Type.Optional(CalendarDate('决定日期'))),
    fineYuan: work(Type.Optional(Yuan('罚款金额（元）'))),
    attachments: work(Type.Optional(assistAttachments))
  }
})
