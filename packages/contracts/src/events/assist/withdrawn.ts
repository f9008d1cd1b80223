import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The requester no longer needs help; possible until the first reply. */
export const assistWithdrawn = defineEvent({
  type: 'assist.withdrawn.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '撤回协查', en: 'Assistance withdrawn' },
  data: { reason: work(Text(2000, '撤回理由')) }
})
