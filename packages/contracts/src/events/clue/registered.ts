import { defineEvent } from '../../define-event.ts'
import { CaseSourceNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A lead entered the one register 案源统一登记 under its case-source number. */
export const clueRegistered = defineEvent({
  type: 'clue.registered.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索登记', en: 'Clue registered' },
  data: {
    caseNumber: open(CaseSourceNumber()),
    title: work(Text(200, '线索标题'))
  }
})
