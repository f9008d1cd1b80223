import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, DocumentNumber, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { approver } from '../supervise/fields.ts'

/** Good work is told to the whole conference. */
export const workCommended = defineEvent({
  type: 'work.commended.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '通报表扬', en: 'Agency commended' },
  data: {
    agency: open(AgencyCode('受表扬单位')),
    issuer: open(AgencyCode('表扬单位')),
    title: open(Text(200, '标题')),
    text: open(Text(4000, '事由')),
    documentNumber: open(Type.Optional(DocumentNumber('文号'))),
    approver
  }
})
