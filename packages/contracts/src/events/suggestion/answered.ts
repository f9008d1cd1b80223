import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, DocumentNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'

/** What the agency did about it. */
export const suggestionAnswered = defineEvent({
  type: 'suggestion.answered.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '回复建议', en: 'Suggestion answered' },
  data: {
    addressee: open(AgencyCode('回复单位')),
    documentNumber: work(Type.Optional(DocumentNumber('回函文号'))),
    text: work(Text(8000, '采纳和整改情况')),
    attachments: Type.Optional(work(assistAttachments))
  }
})
