import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from './fields.ts'

/** Two bodies each hold that they, or the other, are competent 管辖争议 (市场监督管理行政处罚程序规定 art 15). */
export const clueJurisdictionDisputed = defineEvent({
  type: 'clue.jurisdiction-disputed.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '管辖争议', en: 'Jurisdiction disputed' },
  data: {
    with: open(Type.Optional(AgencyCode('争议的另一成员单位'))),
    outside: open(Type.Optional(Text(64, '争议的另一机制外单位'))),
    reason: work(Reason('争议事由'))
  }
})
