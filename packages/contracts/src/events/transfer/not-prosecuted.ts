import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CalendarDate, CaseSourceNumber, DocumentNumber } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { suspects } from './fields.ts'

/**
 * The procuratorate decided not to prosecute. Also the first event of a case that reached it without a transfer on the
 * bus: from here it goes back to administration 反向衔接.
 */
export const transferNotProsecuted = defineEvent({
  type: 'transfer.not-prosecuted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '不起诉', en: 'Not prosecuted' },
  data: {
    caseNumber: open(CaseSourceNumber()),
    procuratorate: open(AgencyCode('作出决定的检察院')),
    administration: open(Type.Optional(AgencyCode('有权处理的行政机关'))),
    kind: work(
      Type.Union([Type.Literal('statutory'), Type.Literal('discretionary'), Type.Literal('insufficient-evidence')], {
        description: '不起诉种类：statutory 法定、discretionary 酌定、insufficient-evidence 存疑'
      })
    ),
    documentNumber: work(DocumentNumber({ description: '不起诉决定书文号' })),
    decidedOn: work(Type.Optional(CalendarDate('决定日期'))),
    suspects,
    approver: work(Approver())
  }
})
