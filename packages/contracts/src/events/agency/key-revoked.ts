import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { KeyId } from './fields.ts'

/** A public key speaks for nobody any more. */
export const agencyKeyRevoked = defineEvent({
  type: 'agency.key-revoked.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '吊销公钥', en: 'Key revoked' },
  data: {
    code: open(AgencyCode('单位代码')),
    kid: open(KeyId('公钥')),
    reason: work(Text(500, '吊销原因'))
  }
})
