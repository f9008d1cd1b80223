import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { CaseSourceNumber, PersonRef, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** The second person did not agree. */
export const recordUnmaskRefused = defineEvent({
  type: 'record.unmask-refused.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '不同意查看脱敏内容', en: 'Unmasking refused' },
  data: {
    caseNumber: open(CaseSourceNumber()),
    event: open(UuidV7('所涉事件')),
    by: work(Type.Optional(PersonRef('不同意人代号'))),
    reason: work(Text(500, '理由'))
  }
})
