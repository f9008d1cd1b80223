import { defineEvent } from '../../define-event.ts'
import { approver } from '../supervise/fields.ts'
import { revision } from './fields.ts'

/** The convener, or the head of the office, approved this draft and no other. */
export const bulletinApproved = defineEvent({
  type: 'bulletin.approved.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '批准通报', en: 'Bulletin approved' },
  data: {
    revision,
    approver
  }
})
