import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { holder } from './fields.ts'

/** The officer proved to hold a generator of one-time codes (RFC 6238). */
export const accountTotpEnrolled = defineEvent({
  type: 'account.totp-enrolled.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '启用动态口令', en: 'Second factor enrolled' },
  data: { ...holder, recoveryCodes: open(Type.Integer({ minimum: 0, description: '恢复码个数' })) }
})
