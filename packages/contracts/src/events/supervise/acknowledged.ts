import { defineEvent } from '../../define-event.ts'
import { target } from './fields.ts'

/** The agency signed for the card and works on it. */
export const superviseAcknowledged = defineEvent({
  type: 'supervise.acknowledged.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '签收督办', en: 'Supervision acknowledged' },
  data: {
    target
  }
})
