import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, DocumentNumber, PersonRef, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Persons } from './fields.ts'

const manner = Type.Union(
  [Type.Literal('confiscated'), Type.Literal('destroyed'), Type.Literal('archived'), Type.Literal('other')],
  { description: '处置方式：confiscated 没收上缴、destroyed 销毁、archived 随卷归档、other 其他' }
)

/** What became of the thing in the end 处置, decided by a leader of its holder: its custody is over. */
export const evidenceDisposed = defineEvent({
  type: 'evidence.disposed.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '证据物品处置', en: 'Evidence disposed of' },
  data: {
    by: open(AgencyCode('处置单位')),
    manner: open(manner),
    basis: work(Text(500, '处置依据')),
    documentNumber: work(Type.Optional(DocumentNumber('处置文书文号'))),
    approver: work(
      Type.Object(
        {
          person: PersonRef('批准人代号'),
          role: Type.Union([Type.Literal('agency-head'), Type.Literal('agency-leader')])
        },
        { additionalProperties: false, description: '批准人（本单位负责人）' }
      )
    ),
    persons: Persons('处置人员，不少于两人')
  }
})
