import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A procuratorate or a court wrote to an agency, which answers within two months (rule E2). */
export const suggestionReceived = defineEvent({
  type: 'suggestion.received.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '检察建议、司法建议', en: 'Suggestion received' },
  data: {
    kind: open(
      Type.Union([Type.Literal('procuratorial'), Type.Literal('judicial')], {
        description: 'procuratorial 检察建议、judicial 司法建议'
      })
    ),
    issuer: open(AgencyCode('发出单位')),
    addressee: open(AgencyCode('收到单位')),
    documentNumber: work(Type.Optional(Text(64, '建议书文号'))),
    title: work(Text(200, '标题')),
    text: work(Text(8000, '建议内容'))
  }
})
