import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { letterOf, transferLetter } from './fields.ts'

/** The police sent it on to the organ that has jurisdiction, with the papers, and told the sender in writing. */
export const transferRerouted = defineEvent({
  type: 'transfer.rerouted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '转送有管辖权机关', en: 'Transfer rerouted' },
  data: {
    ...transferLetter,
    from: open(AgencyCode('转送的公安机关')),
    to: open(Type.Optional(AgencyCode('转入的公安机关（成员单位）'))),
    outside: work(Type.Optional(Text(128, '转入的公安机关（非成员单位）'))),
    reason: work(Text(1000, '转送理由')),
    documentNumber: letterOf('转送通知文号')
  }
})
