import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { because, holder } from './fields.ts'

/** Password and second factor are void; the officer begins anew with a new code. */
export const accountTotpReset = defineEvent({
  type: 'account.totp-reset.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '重置口令与动态口令', en: 'Password and second factor reset' },
  data: { ...holder, enrolUntil: open(Instant('启用码失效时间')), reason: because('重置原因') }
})
