import { defineEvent } from '../../define-event.ts'
import { letterOf } from './fields.ts'

/** The police told the sender in writing that the case was withdrawn. */
export const transferWithdrawalNotified = defineEvent({
  type: 'transfer.withdrawal-notified.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '告知撤案', en: 'Withdrawal notified' },
  data: {
    documentNumber: letterOf('撤销案件告知书文号')
  }
})
