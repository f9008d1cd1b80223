import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The office takes the question up: it will bring the agencies together. */
export const consultAccepted = defineEvent({
  type: 'consult.accepted.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '受理会商', en: 'Consultation accepted' },
  data: {
    office: open(AgencyCode('办公室所在单位')),
    note: work(Type.Optional(Text(2000, '说明')))
  }
})
