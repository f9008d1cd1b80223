import { defineEvent } from '../../define-event.ts'
import { because, holder } from './fields.ts'

/** The account is closed; its password and second factor are void. */
export const accountDisabled = defineEvent({
  type: 'account.disabled.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '停用账号', en: 'Account disabled' },
  data: { ...holder, reason: because('停用原因') }
})
