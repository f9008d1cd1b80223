import { Type } from '@sinclair/typebox'
import {
  AgencyCode,
  CalendarDate,
  CaseSourceNumber,
  DocumentNumber,
  PersonRef,
  Text,
  Uscc,
  UuidV7
} from '../../formats.ts'
import { investigation, open, secret, work } from '../../sensitivity.ts'
import { assistAttachment, assistAttachments } from '../assist/fields.ts'

const strict = { additionalProperties: false }

/** 正职负责人: the only one who approves a transfer or refuses it (国令310 art 5). */
export const Head = () =>
  Type.Object(
    { person: PersonRef('批准人代号'), role: Type.Literal('agency-head') },
    { ...strict, description: '本单位正职负责人' }
  )

/** Why, in words that are kept: never empty. */
export const Grounds = (description: string) => Text(4000, description)

/** A letter of the step, where there is one. */
export const letterOf = (description: string) => work(Type.Optional(DocumentNumber({ description })))

/** Whom it is about. The police have to know; the procuratorate's copy shows masks: `secret`, as in assistance. */
export const suspects = work(
  Type.Optional(
    Type.Array(
      Type.Object(
        {
          company: secret(Type.Optional(Text(128, '单位名称')), 'company-name'),
          person: secret(Type.Optional(Text(64, '姓名')), 'person-name'),
          uscc: secret(Type.Optional(Uscc()), 'uscc')
        },
        { ...strict, minProperties: 1 }
      ),
      { minItems: 1, maxItems: 50, description: '涉嫌单位或人员' }
    )
  )
)

/** A line of the list of exhibits 涉案物品清单: what it is and where it is kept, never what the secret says. */
export const exhibits = Type.Array(
  Type.Object(
    {
      name: Text(200, '物品名称（不得写入商业秘密内容）'),
      quantity: Text(64, '数量，如 2台'),
      features: Type.Optional(Text(500, '特征、型号、编号')),
      place: Type.Optional(Text(200, '存放地点')),
      custodian: Type.Optional(Text(100, '保管人或保管单位')),
      measure: Type.Optional(
        Type.Union([Type.Literal('sealed'), Type.Literal('seized'), Type.Literal('preserved'), Type.Literal('none')], {
          description: '已采取的措施：sealed 查封、seized 扣押、preserved 先行登记保存、none 无'
        })
      )
    },
    strict
  ),
  { maxItems: 500, description: '涉案物品清单' }
)

const file = (description: string) => Type.Object(assistAttachment.properties, { ...strict, description })

/** The four of 国令310 art 6; files by id, hash and size only. */
const documents = Type.Object(
  {
    transferLetter: file('涉嫌犯罪案件移送书'),
    investigationReport: file('涉嫌犯罪案件情况的调查报告'),
    exhibitList: file('涉案物品清单'),
    appraisals: Type.Array(assistAttachment, { maxItems: 50, description: '检验报告或者鉴定意见' }),
    noAppraisal: Type.Optional(Text(500, '未附检验报告、鉴定意见的原因')),
    others: Type.Optional(assistAttachments)
  },
  { ...strict, description: '移送材料（国务院令第310号第六条）' }
)

export const suspectedOffence = work(Text(200, '涉嫌罪名，如 侵犯商业秘密罪（刑法第二百一十九条）'))

/** What goes to the police. An agency that it is rerouted to gets the same fields. */
export const transferLetter = {
  caseNumber: open(CaseSourceNumber()),
  sender: open(AgencyCode('移送机关')),
  procuratorate: open(AgencyCode('抄送的检察院')),
  clue: open(Type.Optional(UuidV7('来源线索'))),
  letterNumber: work(DocumentNumber({ description: '移送书文号，如 乌中市监罪移〔2026〕1号' })),
  suspectedOffence,
  facts: work(Text(8000, '涉嫌犯罪事实')),
  legalBasis: work(Text(1000, '移送依据')),
  suspects,
  documents: work(documents),
  exhibits: work(exhibits)
}

type PoliceStatus = 'accepted' | 'filed' | 'not-filed' | 'withdrawn' | 'sent-for-prosecution'

/** 公安 tell the status of the case and its date, and nothing of the investigation. */
export const policeSays = <const S extends PoliceStatus>(status: S, description: string) => ({
  policeStatus: investigation(Type.Literal(status, { description: `公安办理状态：${description}` })),
  policeStatusOn: investigation(Type.Optional(CalendarDate('该状态的日期')))
})
