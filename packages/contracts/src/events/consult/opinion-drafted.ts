import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A draft of a written opinion: seen by the agency that writes it, and by nobody else. */
export const consultOpinionDrafted = defineEvent({
  type: 'consult.opinion-drafted.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '起草书面意见', en: 'Opinion drafted' },
  data: {
    agency: open(AgencyCode('起草单位')),
    text: work(Text(8000, '书面意见草稿'))
  }
})
