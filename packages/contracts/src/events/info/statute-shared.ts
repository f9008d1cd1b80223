import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CalendarDate, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { published } from './fields.ts'

/** A law, regulation or policy that the others should know 法规政策. Its number has the form its issuer gave it. */
export const infoStatuteShared = defineEvent({
  type: 'info.statute-shared.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '法规政策', en: 'Statute shared' },
  data: {
    ...published,
    issuer: open(Text(100, '制定机关')),
    issuedAs: open(Type.Optional(Text(64, '发布文号，如 国家市场监督管理总局令第126号'))),
    text: open(Text(20_000, '要点')),
    effectiveOn: open(Type.Optional(CalendarDate('施行日期'))),
    url: open(Type.Optional(Type.String({ pattern: '^https?://[!-~]+$', maxLength: 500, description: '公开全文网址' })))
  }
})
