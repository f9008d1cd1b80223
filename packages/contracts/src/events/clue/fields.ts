import { Type } from '@sinclair/typebox'
import { PersonRef, Text, Uscc } from '../../formats.ts'
import { personal } from '../../sensitivity.ts'

/** How a lead reached the agency. A rights holder's is 举报: 投诉 is for consumer disputes (总局令第121号). */
export const clueChannel = Type.Union(
  [
    Type.Literal('report'),
    Type.Literal('police-report'),
    Type.Literal('complaint'),
    Type.Literal('inspection'),
    Type.Literal('transfer'),
    Type.Literal('superior'),
    Type.Literal('litigation'),
    Type.Literal('monitoring'),
    Type.Literal('media'),
    Type.Literal('contact-point'),
    Type.Literal('other')
  ],
  {
    description:
      '来源渠道：report 举报、police-report 报案、complaint 投诉（消费争议）、inspection 巡查、transfer 移送、superior 上级交办、litigation 诉讼中发现、monitoring 监测、media 媒体、contact-point 指导站或维权联系点、other 其他'
  }
)

/** The acts of 反不正当竞争法 (2025) art 10. */
export const allegedAct = Type.Union(
  [
    Type.Literal('improper-acquisition'),
    Type.Literal('use-after-improper-acquisition'),
    Type.Literal('breach-of-confidence'),
    Type.Literal('inducement'),
    Type.Literal('third-party')
  ],
  {
    description:
      '涉嫌行为（反不正当竞争法第十条）：improper-acquisition 以不正当手段获取、use-after-improper-acquisition 披露或使用以不正当手段获取的、breach-of-confidence 违反保密义务、inducement 教唆引诱帮助、third-party 第三人明知或应知'
  }
)

export const secretKind = Type.Union([Type.Literal('technical'), Type.Literal('business')], {
  description: '商业秘密种类：technical 技术信息、business 经营信息'
})

/** A company or a person concerned by the case; whoever does not handle it sees masks. */
export const Concerned = (description: string) =>
  Type.Object(
    {
      company: personal(Type.Optional(Text(128, '企业名称')), 'company-name'),
      person: personal(Type.Optional(Text(64, '姓名')), 'person-name'),
      uscc: personal(Type.Optional(Uscc()), 'uscc')
    },
    { additionalProperties: false, minProperties: 1, description }
  )

/** The officer who approved, and in which role: 正职负责人 or 分管领导. */
export const Approver = () =>
  Type.Object(
    { person: PersonRef('批准人代号'), role: Type.Union([Type.Literal('agency-head'), Type.Literal('agency-leader')]) },
    { additionalProperties: false, description: '批准人（本单位负责人）' }
  )

/** Why something was done: never empty. */
export const Reason = (description: string) => Text(1000, description)
