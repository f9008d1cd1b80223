import { defineEvent } from '../../define-event.ts'
import { appraiserEntry } from './fields.ts'

/** An institution joined the register 鉴定机构资源. */
export const appraiserRegistered = defineEvent({
  type: 'appraiser.registered.v1',
  owner: 'info-sharing',
  mutual: 'consultation',
  title: { zh: '鉴定机构入库', en: 'Appraiser registered' },
  data: appraiserEntry
})
