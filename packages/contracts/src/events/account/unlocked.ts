import { defineEvent } from '../../define-event.ts'
import { because, holder } from './fields.ts'

/** A security administrator let the officer try again. */
export const accountUnlocked = defineEvent({
  type: 'account.unlocked.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '解除锁定', en: 'Account unlocked' },
  data: { ...holder, reason: because('解除原因') }
})
