import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CalendarDate, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachment } from '../assist/fields.ts'

/**
 * What an expert or an institution that was engaged came to, as the agency recorded it that got the paper. Advice to the
 * consultation: whether it ends the suspension of a clue is for whoever handles that clue.
 */
export const consultExpertOpinionReceived = defineEvent({
  type: 'consult.expert-opinion-received.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '收到专家意见、鉴定意见', en: 'Expert opinion received' },
  data: {
    expert: open(UuidV7('专家或鉴定机构在人才库、机构库中的标识')),
    kind: open(
      Type.Union([Type.Literal('opinion'), Type.Literal('appraisal')], {
        description: '专家咨询意见 opinion、鉴定意见 appraisal'
      })
    ),
    recordedBy: open(AgencyCode('登记单位')),
    receivedOn: open(CalendarDate('收到日期')),
    conclusion: work(Text(8000, '意见结论（不得写入商业秘密内容）')),
    file: work(Type.Optional(assistAttachment))
  }
})
