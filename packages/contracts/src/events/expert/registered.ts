import { defineEvent } from '../../define-event.ts'
import { expertEntry } from './fields.ts'

/** An expert joined the pool 专家人才库. */
export const expertRegistered = defineEvent({
  type: 'expert.registered.v1',
  owner: 'info-sharing',
  mutual: 'consultation',
  title: { zh: '专家入库', en: 'Expert registered' },
  data: expertEntry
})
