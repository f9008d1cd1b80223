import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { approver, round } from './fields.ts'

/** What the agency reported will do. */
export const superviseAccepted = defineEvent({
  type: 'supervise.accepted.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '认可反馈', en: 'Report accepted' },
  data: {
    round,
    note: work(Type.Optional(Text(1000, '说明'))),
    approver
  }
})
