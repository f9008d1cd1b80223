import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Head } from './fields.ts'

/** The head 正职 decided to transfer the case. */
export const transferApproved = defineEvent({
  type: 'transfer.approved.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '批准移送', en: 'Transfer approved' },
  data: {
    approver: work(Head()),
    note: work(Type.Optional(Text(1000, '批准意见')))
  }
})
