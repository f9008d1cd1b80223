import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { Yuan } from '../info/fields.ts'
import { suspectedOffence, suspects } from './fields.ts'

/** The team reports to the head in writing (国令310 art 5). */
export const transferReported = defineEvent({
  type: 'transfer.reported.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '提出移送报告', en: 'Transfer reported' },
  data: {
    suspectedOffence,
    summary: work(Text(8000, '核实情况')),
    opinion: work(
      Type.Union([Type.Literal('transfer'), Type.Literal('no-transfer')], {
        description: '专案组意见：transfer 建议移送、no-transfer 建议不移送'
      })
    ),
    amountYuan: work(Type.Optional(Yuan('涉案金额（元），仅供参考，不作为移送门槛'))),
    suspects,
    attachments: work(Type.Optional(assistAttachments))
  }
})
