import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { approver, reason, target } from './fields.ts'

/** Yellow is the office's word, red the convener's, after a yellow one. */
export const superviseCarded = defineEvent({
  type: 'supervise.carded.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '黄牌红牌', en: 'Yellow or red card' },
  data: {
    target,
    colour: open(Type.Union([Type.Literal('yellow'), Type.Literal('red')], { description: 'yellow 黄牌、red 红牌' })),
    reason,
    approver
  }
})
