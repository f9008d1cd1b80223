import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The case is no crime for the police: the sender goes on with its own procedure (国令310 art 10). */
export const transferReturnedToAdministration = defineEvent({
  type: 'transfer.returned-to-administration.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '恢复行政处理', en: 'Returned to administration' },
  data: {
    clue: open(Type.Optional(UuidV7('来源线索'))),
    note: work(Type.Optional(Text(1000, '说明')))
  }
})
