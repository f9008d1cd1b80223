import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open, work } from '../../sensitivity.ts'
import { Approver, Reason } from './fields.ts'

const ground = Type.Union(
  [
    Type.Literal('not-established'),
    Type.Literal('minor-corrected'),
    Type.Literal('first-minor'),
    Type.Literal('no-fault'),
    Type.Literal('time-barred'),
    Type.Literal('other')
  ],
  {
    description:
      '不予立案情形：not-established 违法事实不成立、minor-corrected 轻微并及时改正、first-minor 初次违法且危害轻微、no-fault 无主观过错、time-barred 超过时效、other 其他'
  }
)

/** The handling agency decided not to open a case 不予立案. */
export const clueNotFiled = defineEvent({
  type: 'clue.not-filed.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '不予立案', en: 'Clue not filed' },
  data: {
    ground: open(ground),
    reason: work(Reason('不予立案理由')),
    approver: work(Approver())
  }
})
