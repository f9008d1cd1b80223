import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant } from '../../formats.ts'
import { keyRole } from '../../roles.ts'
import { open } from '../../sensitivity.ts'
import { KeyId } from './fields.ts'

/** A new key takes the place of another in the same role; until `overlapUntil` both speak, so that nothing stops. */
export const agencyKeyRotated = defineEvent({
  type: 'agency.key-rotated.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '更换公钥', en: 'Key rotated' },
  data: {
    code: open(AgencyCode('单位代码')),
    kid: open(KeyId('新公钥')),
    role: open(keyRole),
    validFrom: open(Instant('新公钥生效时间')),
    validUntil: open(Type.Optional(Instant('新公钥失效时间'))),
    replaces: open(KeyId('被更换的公钥')),
    overlapUntil: open(Instant('原公钥最迟失效时间'))
  }
})
