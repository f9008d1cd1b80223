import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** Those who sent the lead learn what became of it. */
export const clueFeedbackGiven = defineEvent({
  type: 'clue.feedback-given.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索反馈', en: 'Clue feedback given' },
  data: {
    to: work(Type.Array(AgencyCode('单位代码'), { minItems: 1, maxItems: 64, description: '反馈对象' })),
    outcome: work(Text(1000, '办理结果'))
  }
})
