import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** Nothing more is expected on the lead. */
export const clueArchived = defineEvent({
  type: 'clue.archived.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索归档', en: 'Clue archived' },
  data: {
    note: work(Type.Optional(Text(500, '归档说明')))
  }
})
