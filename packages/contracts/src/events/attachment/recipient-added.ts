import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { ciphertext, Size, sealedToAll } from './fields.ts'

/** A holder opened the file and sealed it again, to more agencies or newer keys. The bus has no key and cannot. */
export const attachmentRecipientAdded = defineEvent({
  type: 'attachment.recipient-added.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '附件加收件单位', en: 'Recipient added to an attachment' },
  data: {
    id: open(ciphertext.id),
    object: open(ciphertext.object),
    size: open(Size()),
    sha256: open(ciphertext.sha256),
    holder: open(AgencyCode('重新封存的单位')),
    added: work(sealedToAll),
    recipients: work(sealedToAll)
  }
})
