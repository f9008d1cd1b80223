import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { DocumentNumber, Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The procuratorate asks the police to get on with a case filed long ago. */
export const transferPressed = defineEvent({
  type: 'transfer.pressed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '检察院催办', en: 'Transfer pressed' },
  data: {
    documentNumber: work(DocumentNumber({ description: '立案监督案件催办函文号' })),
    note: work(Type.Optional(Text(1000, '说明')))
  }
})
