import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { PersonRef } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** The decision may take longer: once, approved by the head 负责人 (程序规定 art 64). */
export const cluePenaltyExtended = defineEvent({
  type: 'clue.penalty-extended.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '办案期限延长', en: 'Time to decide extended' },
  data: {
    reason: work(Reason('延期理由')),
    approver: work(
      Type.Object(
        { person: PersonRef('批准人代号'), role: Type.Literal('agency-head') },
        { additionalProperties: false, description: '批准人（本单位主要负责人）' }
      )
    )
  }
})
