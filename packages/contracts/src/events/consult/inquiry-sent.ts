import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { consultQuestion, inquiryNumber } from './fields.ts'

/** The procuratorate is asked about evidence or standards 证据、标准咨询. Carries what the consultation is about. */
export const consultInquirySent = defineEvent({
  type: 'consult.inquiry-sent.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '向检察机关咨询', en: 'Inquiry sent' },
  data: {
    ...consultQuestion,
    inquiry: open(inquiryNumber),
    from: open(AgencyCode('咨询单位')),
    asked: open(AgencyCode('受咨询的检察院')),
    text: work(Text(4000, '咨询的证据、标准问题'))
  }
})
