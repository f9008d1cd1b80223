import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text, UuidV7 } from '../../formats.ts'
import { open, personal, work } from '../../sensitivity.ts'

/**
 * An expert 专家 or an appraisal institution 鉴定机构 is asked. Both work off-line and see nothing of the bus. Whoever
 * stands near a party is refused (回避); `compared` says with how many names the check was made.
 */
export const consultExpertEngaged = defineEvent({
  type: 'consult.expert-engaged.v1',
  owner: 'joint-investigation',
  mutual: 'consultation',
  title: { zh: '聘请专家、委托鉴定', en: 'Expert engaged' },
  data: {
    kind: open(
      Type.Union([Type.Literal('expert'), Type.Literal('appraiser')], {
        description: '专家 expert、鉴定机构 appraiser'
      })
    ),
    expert: open(UuidV7('专家或鉴定机构在人才库、机构库中的标识')),
    name: personal(Type.Optional(Text(100, '专家姓名')), 'person-name'),
    institution: work(Type.Optional(Text(128, '鉴定机构，或专家的工作单位'))),
    purpose: work(Text(2000, '咨询或鉴定事项')),
    compared: open(Type.Integer({ minimum: 0, description: '回避审查比对的企业和人员数' }))
  }
})
