import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** The administrative office of the procuratorate took the case for review 行政检察部门受理. */
export const transferReverseAccepted = defineEvent({
  type: 'transfer.reverse-accepted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '反向衔接受理', en: 'Reverse transfer accepted' },
  data: {
    note: work(Type.Optional(Text(1000, '说明')))
  }
})
