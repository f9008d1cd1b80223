import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { inquiryNumber } from './fields.ts'

/** The procuratorate's answer. Advice only. */
export const consultInquiryAnswered = defineEvent({
  type: 'consult.inquiry-answered.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '检察机关答复咨询', en: 'Inquiry answered' },
  data: {
    inquiry: open(inquiryNumber),
    asked: open(AgencyCode('答复的检察院')),
    answer: work(Text(8000, '答复意见'))
  }
})
