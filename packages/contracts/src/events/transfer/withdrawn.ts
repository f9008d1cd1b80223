import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { policeSays } from './fields.ts'

/** The police closed their criminal case without sending it on 撤销案件. */
export const transferWithdrawn = defineEvent({
  type: 'transfer.withdrawn.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '公安撤案', en: 'Case withdrawn by the police' },
  data: {
    ...policeSays('withdrawn', '撤案'),
    reason: work(Type.Optional(Text(1000, '撤案情形'))),
    approver: work(Approver())
  }
})
