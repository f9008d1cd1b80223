import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { ciphertext } from './fields.ts'

/** Custody 保管: whoever holds the file says to whom it gave it. */
export const attachmentHandedOver = defineEvent({
  type: 'attachment.handed-over.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '附件移交', en: 'Attachment handed over' },
  data: {
    id: open(ciphertext.id),
    object: open(ciphertext.object),
    sha256: open(ciphertext.sha256),
    from: open(AgencyCode('移交单位')),
    to: open(AgencyCode('接收单位')),
    note: work(Type.Optional(Text(500, '移交说明')))
  }
})
