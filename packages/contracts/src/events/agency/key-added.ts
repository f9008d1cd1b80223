import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant } from '../../formats.ts'
import { keyRole } from '../../roles.ts'
import { open } from '../../sensitivity.ts'
import { KeyId } from './fields.ts'

/** A public key may speak for an agency from now on, in one role. */
export const agencyKeyAdded = defineEvent({
  type: 'agency.key-added.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '登记公钥', en: 'Key added' },
  data: {
    code: open(AgencyCode('单位代码')),
    kid: open(KeyId('公钥（NKey，Ed25519）')),
    role: open(keyRole),
    validFrom: open(Instant('生效时间')),
    validUntil: open(Type.Optional(Instant('失效时间')))
  }
})
