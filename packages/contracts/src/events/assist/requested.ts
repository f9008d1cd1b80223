import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { assistLetter } from './fields.ts'

/** A letter that its approver signed goes out to another agency. */
export const assistRequested = defineEvent({
  type: 'assist.requested.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '发出协查函', en: 'Assistance requested' },
  data: {
    ...assistLetter,
    addressee: open(AgencyCode({ description: '受请求单位' }))
  }
})
