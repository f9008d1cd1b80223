import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The expert is not asked any more. */
export const expertRemoved = defineEvent({
  type: 'expert.removed.v1',
  owner: 'info-sharing',
  mutual: 'consultation',
  title: { zh: '专家出库', en: 'Expert removed' },
  data: { reason: work(Text(1000, '出库原因')) }
})
