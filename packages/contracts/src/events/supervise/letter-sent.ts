import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { approver, issuer, optionalDocumentNumber, subject, target, title } from './fields.ts'

/** Court and procuratorate are not supervised by a conference of the government: they are asked 商请函. */
export const superviseLetterSent = defineEvent({
  type: 'supervise.letter-sent.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '发出商请函', en: 'Letter of request sent' },
  data: {
    target,
    issuer,
    subject,
    documentNumber: optionalDocumentNumber,
    title,
    text: work(Text(4000, '商请内容')),
    approver
  }
})
