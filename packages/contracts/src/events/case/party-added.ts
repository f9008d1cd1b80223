import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Widening need-to-know is its own event: it tells what the case is about; the past stays closed unless `history` grants it. */
export const casePartyAdded = defineEvent({
  type: 'case.party-added.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '增加参与单位', en: 'Party added' },
  data: {
    number: open(CaseSourceNumber()),
    agency: open(AgencyCode('新参与单位')),
    title: work(Type.Optional(Text(200, '案由摘要：新参与单位由此知悉'))),
    history: open(Type.Boolean({ description: '可否查看此前的办理过程' })),
    reason: work(Type.Optional(Text(500, '理由')))
  }
})
