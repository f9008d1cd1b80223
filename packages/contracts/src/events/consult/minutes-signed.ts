import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { DocumentNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { consultAttendees, consultDissent, minutesRound } from './fields.ts'

/** Every attendee has signed: the minutes stand. Advice only: they change the state of no case. */
export const consultMinutesSigned = defineEvent({
  type: 'consult.minutes-signed.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '会商纪要签署完毕', en: 'Minutes signed' },
  data: {
    round: open(minutesRound),
    number: work(DocumentNumber('会商纪要文号')),
    conclusion: work(Text(4000, '会商意见（仅供参考，不约束立案和裁判）')),
    attendees: work(consultAttendees),
    dissent: work(Type.Array(consultDissent, { maxItems: 60, description: '不同意见，无则为空' }))
  }
})
