import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, DocumentNumber, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { Approver } from '../clue/fields.ts'
import { suspects } from './fields.ts'

/** The procuratorate gave its opinion 检察意见书 that the case be handled administratively (刑事诉讼法 art 177). */
export const transferOpinionReceived = defineEvent({
  type: 'transfer.opinion-received.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '检察意见', en: 'Procuratorial opinion received' },
  data: {
    to: open(AgencyCode('受检察意见的行政机关')),
    clue: open(Type.Optional(UuidV7('来源线索'))),
    documentNumber: work(DocumentNumber({ description: '检察意见书文号' })),
    opinion: work(Text(8000, '检察意见')),
    suspects,
    attachments: work(Type.Optional(assistAttachments)),
    approver: work(Approver())
  }
})
