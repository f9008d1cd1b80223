import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The requester has what it asked for. */
export const assistConfirmed = defineEvent({
  type: 'assist.confirmed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '确认复函', en: 'Assistance confirmed' },
  data: { note: Type.Optional(work(Text(2000, '确认说明'))) }
})
