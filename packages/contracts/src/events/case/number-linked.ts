import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { numberKind } from './fields.ts'

/** An agency's own number for the case hangs on the case-source number. */
export const caseNumberLinked = defineEvent({
  type: 'case.number-linked.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '关联案号', en: 'Number linked' },
  data: {
    number: open(CaseSourceNumber()),
    agency: open(AgencyCode('关联单位')),
    kind: open(numberKind),
    linked: work(Text(64, '本单位案号、文号'))
  }
})
