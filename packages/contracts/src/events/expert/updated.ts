import { defineEvent } from '../../define-event.ts'
import { expertEntry } from './fields.ts'

/** The entry of an expert as it is from now on. */
export const expertUpdated = defineEvent({
  type: 'expert.updated.v1',
  owner: 'info-sharing',
  mutual: 'consultation',
  title: { zh: '更新专家信息', en: 'Expert updated' },
  data: expertEntry
})
