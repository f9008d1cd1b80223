import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The institution is not asked any more. */
export const appraiserRemoved = defineEvent({
  type: 'appraiser.removed.v1',
  owner: 'info-sharing',
  mutual: 'consultation',
  title: { zh: '鉴定机构出库', en: 'Appraiser removed' },
  data: { reason: work(Text(1000, '出库原因')) }
})
