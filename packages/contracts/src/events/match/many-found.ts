import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { matchKind } from './fields.ts'

/** One identifier is in the clues of so many agencies that they are told no further; the office alone learns of it. */
export const matchManyFound = defineEvent({
  type: 'match.many-found.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '同一标识涉及多个单位', en: 'Many agencies hold matching clues' },
  data: {
    kind: open(matchKind),
    told: open(Type.Integer({ minimum: 0, description: '每个单位已被告知的匹配数上限' }))
  }
})
