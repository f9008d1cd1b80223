import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from './fields.ts'

/** The handling agency opened its own case 立案, under its own number. */
export const clueFiled = defineEvent({
  type: 'clue.filed.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '立案', en: 'Clue filed' },
  data: {
    agencyCaseNumber: work(Text(64, '本单位案号')),
    legalBasis: work(Text(500, '法律依据')),
    approver: work(Approver())
  }
})
