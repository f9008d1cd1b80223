import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { ciphertext } from './fields.ts'

/** Custody 保管: the receiver countersigns, naming the hash of the ciphertext that it has in its hands. */
export const attachmentReceived = defineEvent({
  type: 'attachment.received.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '附件签收', en: 'Attachment received' },
  data: {
    id: open(ciphertext.id),
    object: open(ciphertext.object),
    sha256: open(ciphertext.sha256),
    agency: open(AgencyCode('签收单位')),
    note: work(Type.Optional(Text(500, '签收备注')))
  }
})
