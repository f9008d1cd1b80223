import { Type } from '@sinclair/typebox'
import { AgencyCode, CaseSourceNumber, PersonRef, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** What somebody asks to see unmasked. Names of fields, never their values. */
export const unmasking = {
  caseNumber: open(CaseSourceNumber()),
  event: open(UuidV7('所涉事件')),
  eventType: open(
    Type.String({ pattern: '^[a-z-]+\\.[a-z-]+\\.v[1-9]\\d*$', maxLength: 100, description: '事件类型' })
  ),
  fields: open(
    Type.Array(Type.String({ pattern: '^[A-Za-z0-9.\\[\\]]{1,100}$', maxLength: 100 }), {
      minItems: 1,
      maxItems: 50,
      uniqueItems: true,
      description: '申请查看的字段'
    })
  ),
  class: open(
    Type.Union([Type.Literal('personal'), Type.Literal('secret')], {
      description: '其中最敏感的类别：personal 个人信息、secret 涉及商业秘密'
    })
  ),
  requester: open(AgencyCode('申请单位')),
  person: work(Type.Optional(PersonRef('申请人代号'))),
  reason: work(Text(500, '查看理由'))
}
