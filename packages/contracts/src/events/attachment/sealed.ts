import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { ciphertext, Size, sealedToAll } from './fields.ts'

/** An agency sealed evidence to agencies of a case, and its ciphertext is stored. The plaintext was never here. */
export const attachmentSealed = defineEvent({
  type: 'attachment.sealed.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '附件封存', en: 'Attachment sealed' },
  data: {
    id: open(ciphertext.id),
    caseNumber: open(CaseSourceNumber()),
    object: open(ciphertext.object),
    title: work(Text(200, '附件名称（不得写入商业秘密内容）')),
    mediaType: open(
      Type.String({ pattern: '^[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}$', maxLength: 127, description: '原文媒体类型' })
    ),
    size: open(Size()),
    sha256: open(ciphertext.sha256),
    sender: open(AgencyCode('封存单位')),
    recipients: work(sealedToAll)
  }
})
