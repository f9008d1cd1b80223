import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { bulletinKind, bulletinText, bulletinTitle, revision } from './fields.ts'

/** Nobody but the office sees a draft. */
export const bulletinDrafted = defineEvent({
  type: 'bulletin.drafted.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '起草通报', en: 'Bulletin drafted' },
  data: {
    revision,
    issuer: open(AgencyCode('印发单位')),
    kind: open(bulletinKind),
    title: work(bulletinTitle),
    text: work(bulletinText)
  }
})
