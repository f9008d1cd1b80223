import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { approver, optionalDocumentNumber } from './fields.ts'

/** Done, and struck off the list 销号. */
export const superviseClosed = defineEvent({
  type: 'supervise.closed.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '督办销号', en: 'Supervision closed' },
  data: {
    note: work(Type.Optional(Text(1000, '说明'))),
    documentNumber: optionalDocumentNumber,
    approver
  }
})
