import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'

/** An agency's written opinion, for all who take part. A later one of the same agency replaces it. */
export const consultOpinionGiven = defineEvent({
  type: 'consult.opinion-given.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '提交书面意见', en: 'Written opinion given' },
  data: {
    agency: open(AgencyCode('出具单位')),
    text: work(Text(8000, '书面意见')),
    attachments: work(Type.Optional(assistAttachments))
  }
})
