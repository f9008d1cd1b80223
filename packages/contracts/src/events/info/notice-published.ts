import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { DocumentNumber, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { published } from './fields.ts'

/** An agency tells others something: a finding, a trend, an arrangement. */
export const infoNoticePublished = defineEvent({
  type: 'info.notice-published.v1',
  owner: 'info-sharing',
  mutual: 'info-exchange',
  title: { zh: '信息发布', en: 'Notice published' },
  data: {
    ...published,
    text: open(Text(20_000, '正文')),
    documentNumber: open(Type.Optional(DocumentNumber()))
  }
})
