import { defineEvent } from '../../define-event.ts'
import { DocumentNumber, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { minutesRound } from './fields.ts'

/** The office has written the minutes 会商纪要. A new draft is signed anew. */
export const consultMinutesDrafted = defineEvent({
  type: 'consult.minutes-drafted.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '起草会商纪要', en: 'Minutes drafted' },
  data: {
    round: open(minutesRound),
    number: work(DocumentNumber('会商纪要文号')),
    text: work(Text(16000, '会商经过和各方意见')),
    conclusion: work(Text(4000, '会商意见（仅供参考，不约束立案和裁判）'))
  }
})
