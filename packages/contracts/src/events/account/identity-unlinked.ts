import { defineEvent } from '../../define-event.ts'
import { Sha256 } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { because, holder } from './fields.ts'

/** An identity at an OpenID provider does not stand for this officer any more. */
export const accountIdentityUnlinked = defineEvent({
  type: 'account.identity-unlinked.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '取消关联统一身份', en: 'Identity unlinked' },
  data: { ...holder, identity: open(Sha256({ description: 'issuer 与 sub 的 SHA-256' })), reason: because('取消原因') }
})
