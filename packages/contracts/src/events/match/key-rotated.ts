import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Instant } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { MatchElement, MatchKeyId } from './fields.ts'

/**
 * A new key of the blind matching: agencies make new tokens for their live clues. Tokens of the previous key go on
 * matching each other until `until`, and are deleted then.
 */
export const matchKeyRotated = defineEvent({
  type: 'match.key-rotated.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '更换比对密钥', en: 'Matching key rotated' },
  data: {
    keyId: open(MatchKeyId('现用密钥')),
    publicKey: open(MatchElement('现用密钥的公钥')),
    previous: open(Type.Optional(MatchKeyId('原密钥'))),
    until: open(Type.Optional(Instant('原密钥停用时间')))
  }
})
