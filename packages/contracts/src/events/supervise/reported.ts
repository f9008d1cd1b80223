import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { optionalDocumentNumber, round, target } from './fields.ts'

/** The agency says what it did 整改报告. */
export const superviseReported = defineEvent({
  type: 'supervise.reported.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '反馈整改', en: 'Supervision reported on' },
  data: {
    target,
    round,
    text: work(Text(8000, '整改情况')),
    documentNumber: optionalDocumentNumber,
    attachments: Type.Optional(work(assistAttachments))
  }
})
