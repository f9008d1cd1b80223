import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open, work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { Grounds, letterOf } from './fields.ts'

/** The police upheld or reversed their decision not to file. */
export const transferReconsidered = defineEvent({
  type: 'transfer.reconsidered.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '复议决定', en: 'Reconsidered' },
  data: {
    outcome: open(
      Type.Union([Type.Literal('upheld'), Type.Literal('reversed')], {
        description: '复议结果：upheld 维持不予立案、reversed 应当立案'
      })
    ),
    reason: work(Grounds('复议理由')),
    documentNumber: letterOf('复议决定书文号'),
    approver: work(Approver())
  }
})
