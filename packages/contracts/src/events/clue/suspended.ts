import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

const basis = Type.Union(
  [
    Type.Literal('appraisal'),
    Type.Literal('identification'),
    Type.Literal('hearing'),
    Type.Literal('public-notice'),
    Type.Literal('stay'),
    Type.Literal('other')
  ],
  {
    description:
      '中止依据：appraisal 鉴定、identification 权利人辨认、hearing 听证、public-notice 公告、stay 中止调查、other 其他（须说明）'
  }
)

/** Verification, or the filed case, waits for something that does not count as time spent. */
export const clueSuspended = defineEvent({
  type: 'clue.suspended.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索中止', en: 'Clue suspended' },
  data: {
    basis: open(basis),
    note: work(Type.Optional(Text(1000, '说明')))
  }
})
