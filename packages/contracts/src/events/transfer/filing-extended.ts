import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'

/** The police need longer to decide whether to file. */
export const transferFilingExtended = defineEvent({
  type: 'transfer.filing-extended.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '延长立案审查', en: 'Filing extended' },
  data: {
    reason: work(Text(1000, '延长理由')),
    approver: work(Approver())
  }
})
