import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

const dates = (description: string) => Type.Array(CalendarDate(), { maxItems: 120, uniqueItems: true, description })

/** The office took over a year's holiday notice 放假安排; what is open is computed anew. */
export const calendarImported = defineEvent({
  type: 'calendar.imported.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '放假安排导入', en: 'Calendar imported' },
  data: {
    year: open(Type.Integer({ minimum: 2004, maximum: 2100, description: '年份' })),
    notice: open(Text(64, '通知文号，如 国办发明电〔2025〕7号')),
    source: open(Text(300, '来源')),
    daysOff: open(dates('放假日（含周末）')),
    workdays: open(dates('调休上班日')),
    local: Type.Optional(
      open(
        Type.Object(
          { daysOff: dates('地方放假日'), source: Text(300, '来源') },
          { additionalProperties: false, description: '地方假日（《全国年节及纪念日放假办法》第四条）' }
        )
      )
    ),
    replaces: open(Type.Boolean({ description: '是否更正此前导入的同一年份' }))
  }
})
