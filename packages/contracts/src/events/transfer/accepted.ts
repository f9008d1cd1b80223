import { defineEvent } from '../../define-event.ts'
import { letterOf, policeSays } from './fields.ts'

/** The police registered the case 受案 and will decide whether to file. */
export const transferAccepted = defineEvent({
  type: 'transfer.accepted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '公安受案', en: 'Transfer accepted' },
  data: {
    ...policeSays('accepted', '受案'),
    documentNumber: letterOf('受案回执文号')
  }
})
