import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, DocumentNumber } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { bulletinKind, bulletinText, bulletinTitle, revision } from './fields.ts'

/** To the whole conference, so in open fields. */
export const bulletinPublished = defineEvent({
  type: 'bulletin.published.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '印发通报', en: 'Bulletin published' },
  data: {
    revision,
    issuer: open(AgencyCode('印发单位')),
    kind: open(bulletinKind),
    title: open(bulletinTitle),
    text: open(bulletinText),
    documentNumber: open(Type.Optional(DocumentNumber('文号')))
  }
})
