import { defineEvent } from '../../define-event.ts'
import { CaseSourceNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Nothing more is expected on the case. */
export const caseClosed = defineEvent({
  type: 'case.closed.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '案源办结', en: 'Case closed' },
  data: {
    number: open(CaseSourceNumber()),
    reason: work(Text(500, '办结说明'))
  }
})
