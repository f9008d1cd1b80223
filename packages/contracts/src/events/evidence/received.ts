import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Persons } from './fields.ts'

/** The agency that it was handed to signed for it: from now on it holds the thing. */
export const evidenceReceived = defineEvent({
  type: 'evidence.received.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '证据物品接收', en: 'Evidence received' },
  data: {
    from: open(AgencyCode('移交单位')),
    by: open(AgencyCode('接收单位')),
    intact: open(Type.Boolean({ description: '封签、外观是否完好' })),
    condition: work(Type.Optional(Text(500, '接收时的状况；不完好的须写明'))),
    place: work(Text(200, '保管地点')),
    persons: Persons('接收人员，不少于两人')
  }
})
