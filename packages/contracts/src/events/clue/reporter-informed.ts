import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate } from '../../formats.ts'
import { reporter } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

const way = Type.Union(
  [
    Type.Literal('letter'),
    Type.Literal('phone'),
    Type.Literal('message'),
    Type.Literal('in-person'),
    Type.Literal('other')
  ],
  { description: '告知方式：letter 书面、phone 电话、message 短信或网上、in-person 当面、other 其他' }
)

/** The agency that took the report told the identified reporter 实名举报人 what was decided. How is its own affair. */
export const clueReporterInformed = defineEvent({
  type: 'clue.reporter-informed.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '告知举报人', en: 'Reporter informed' },
  data: {
    way: reporter(way),
    informedOn: reporter(CalendarDate('告知日期')),
    note: reporter(Type.Optional(Reason('说明，不得写入举报人身份')))
  }
})
