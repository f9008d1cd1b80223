import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Sha256 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { holder } from './fields.ts'

/** Who signs in at an OpenID provider as this subject is this officer. */
export const accountIdentityLinked = defineEvent({
  type: 'account.identity-linked.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '关联统一身份', en: 'Identity linked' },
  data: {
    ...holder,
    issuer: work(Type.String({ minLength: 1, maxLength: 400, description: '身份提供方 issuer' })),
    identity: open(Sha256({ description: 'issuer 与 sub 的 SHA-256' }))
  }
})
