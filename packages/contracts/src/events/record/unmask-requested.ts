import { defineEvent } from '../../define-event.ts'
import { unmasking } from './fields.ts'

/** Somebody asks to see masked fields, and a second person of the same agency has to agree. */
export const recordUnmaskRequested = defineEvent({
  type: 'record.unmask-requested.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '申请查看脱敏内容', en: 'Unmasking asked for' },
  data: unmasking
})
