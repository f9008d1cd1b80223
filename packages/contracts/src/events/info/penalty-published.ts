import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, DocumentNumber, Text, Uscc } from '../../formats.ts'
import { open, personal } from '../../sensitivity.ts'
import { published, Yuan } from './fields.ts'

/** An administrative penalty was decided and made public 处罚公示. Of a natural person the name stays with the handlers. */
export const infoPenaltyPublished = defineEvent({
  type: 'info.penalty-published.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '处罚公示', en: 'Penalty published' },
  data: {
    ...published,
    documentNumber: open(DocumentNumber('处罚决定书文号')),
    company: open(Type.Optional(Text(100, '当事人（单位）'))),
    uscc: open(Type.Optional(Uscc())),
    person: personal(Type.Optional(Text(50, '当事人（自然人）姓名')), 'person-name'),
    legalBasis: open(Text(500, '处罚依据')),
    text: open(Text(20_000, '违法事实与处罚内容摘要，不得含商业秘密内容')),
    fineYuan: open(Type.Optional(Yuan('罚款金额（元）'))),
    decidedOn: open(CalendarDate('决定日期'))
  }
})
