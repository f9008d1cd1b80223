import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { SealingKey } from './fields.ts'

/** From `validFrom` on, files for the agency are sealed to this key; the one before it opens what was sealed before. */
export const agencySealingKeyPublished = defineEvent({
  type: 'agency.sealing-key-published.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '公布封存公钥', en: 'Sealing key published' },
  data: {
    code: open(AgencyCode('单位代码')),
    recipient: open(SealingKey()),
    validFrom: open(Instant('生效时间'))
  }
})
