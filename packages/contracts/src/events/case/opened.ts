import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** A case got its one case-source number. */
export const caseOpened = defineEvent({
  type: 'case.opened.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '建立案源', en: 'Case opened' },
  data: {
    number: open(CaseSourceNumber()),
    title: work(Text(200, '案由摘要')),
    openedBy: open(AgencyCode('建案单位')),
    parties: work(
      Type.Array(AgencyCode('单位代码'), {
        minItems: 1,
        maxItems: 64,
        uniqueItems: true,
        description: '建案时的参与单位'
      })
    ),
    clue: open(Type.Optional(UuidV7('由此线索建案：线索标识')))
  }
})
