import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { UuidV7 } from '../../formats.ts'
import { investigation } from '../../sensitivity.ts'

const ground = Type.Union(
  [
    Type.Literal('not-filed'),
    Type.Literal('withdrawn'),
    Type.Literal('returned-to-administration'),
    Type.Literal('procuratorial-opinion')
  ],
  {
    description:
      '恢复行政处理的情形：not-filed 公安不予立案、withdrawn 撤销案件、returned-to-administration 退回行政处理、procuratorial-opinion 检察意见'
  }
)

/** The case came back from the criminal side: the agency that sent it goes on where it was 恢复行政处理. */
export const clueTakenBack = defineEvent({
  type: 'clue.taken-back.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '线索退回行政处理', en: 'Clue taken back' },
  data: {
    transfer: investigation(UuidV7('移送标识')),
    ground: investigation(ground)
  }
})
