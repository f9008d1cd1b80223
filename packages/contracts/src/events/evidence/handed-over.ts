import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { evidenceKind, Persons } from './fields.ts'

/** The holder hands the thing to another agency, and goes on holding it until that one signs for it. Says what it is. */
export const evidenceHandedOver = defineEvent({
  type: 'evidence.handed-over.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '证据物品移交', en: 'Evidence handed over' },
  data: {
    from: open(AgencyCode('移交单位')),
    to: open(AgencyCode('接收单位')),
    kind: open(evidenceKind),
    number: work(Text(64, '物品编号')),
    name: work(Text(200, '名称')),
    purpose: work(Text(500, '移交事由')),
    seal: work(Type.Optional(Text(64, '封签编号'))),
    persons: Persons('移交人员，不少于两人')
  }
})
