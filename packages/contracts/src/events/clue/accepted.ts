import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { PersonRef } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The named agency took the lead; verification 核查 begins. */
export const clueAccepted = defineEvent({
  type: 'clue.accepted.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索签收', en: 'Clue accepted' },
  data: {
    handlers: work(
      Type.Optional(
        Type.Array(PersonRef('经办人代号'), {
          minItems: 2,
          maxItems: 20,
          uniqueItems: true,
          description: '经办人，不少于两人'
        })
      )
    )
  }
})
