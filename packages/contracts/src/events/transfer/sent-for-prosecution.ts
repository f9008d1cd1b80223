import { defineEvent } from '../../define-event.ts'
import { policeSays } from './fields.ts'

/** The police sent the case to the procuratorate for prosecution 移送审查起诉. */
export const transferSentForProsecution = defineEvent({
  type: 'transfer.sent-for-prosecution.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '移送起诉', en: 'Sent for prosecution' },
  data: {
    ...policeSays('sent-for-prosecution', '移送起诉')
  }
})
