import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { Approver } from '../clue/fields.ts'
import { letterOf } from './fields.ts'

/** The procuratorate brought the case to court. */
export const transferProsecuted = defineEvent({
  type: 'transfer.prosecuted.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '提起公诉', en: 'Prosecuted' },
  data: {
    documentNumber: letterOf('起诉书文号'),
    decidedOn: work(Type.Optional(CalendarDate('决定日期'))),
    approver: work(Approver())
  }
})
