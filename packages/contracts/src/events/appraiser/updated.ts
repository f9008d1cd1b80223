import { defineEvent } from '../../define-event.ts'
import { appraiserEntry } from './fields.ts'

/** The entry of an institution as it is from now on. */
export const appraiserUpdated = defineEvent({
  type: 'appraiser.updated.v1',
  owner: 'info-sharing',
  mutual: 'consultation',
  title: { zh: '更新鉴定机构信息', en: 'Appraiser updated' },
  data: appraiserEntry
})
