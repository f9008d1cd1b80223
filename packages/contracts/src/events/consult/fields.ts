import { Type } from '@sinclair/typebox'
import { AgencyCode, CaseSourceNumber, PersonRef, Text, Uscc, UuidV7 } from '../../formats.ts'
import { open, secret, work } from '../../sensitivity.ts'
import { secretKind } from '../clue/fields.ts'

const strict = { additionalProperties: false }

/** A company named in the question: experts who stand near it stay away (回避). */
const company = Type.Object({ company: Text(128, '企业名称'), uscc: Type.Optional(Uscc()) }, strict)

export const consultCompanies = secret(
  Type.Optional(Type.Array(company, { minItems: 1, maxItems: 20, description: '所涉企业，用于专家、鉴定机构回避审查' }))
)

/** The question 疑难问题. Whoever is invited gets the same fields. */
export const consultQuestion = {
  proposer: open(AgencyCode('提请单位')),
  question: work(Text(2000, '疑难问题（不得写入商业秘密内容）')),
  secretKind: open(secretKind),
  caseNumber: open(Type.Optional(CaseSourceNumber('所涉案源；一般性问题没有'))),
  background: work(Type.Optional(Text(4000, '基本情况'))),
  companies: consultCompanies
}

/** One who was there for an agency. Names are kept in the minutes: those who attended know each other. */
export const consultAttendee = Type.Object(
  {
    agency: AgencyCode('所在单位'),
    person: PersonRef('参会人员代号'),
    name: Text(64, '姓名'),
    duty: Type.Optional(Text(64, '职务'))
  },
  strict
)

export const consultAttendees = Type.Array(consultAttendee, {
  minItems: 2,
  maxItems: 60,
  description: '参会人员'
})

/** What an attendee thinks who does not agree with the minutes 不同意见. */
export const consultDissent = Type.Object(
  {
    agency: AgencyCode('所在单位'),
    person: PersonRef('参会人员代号'),
    name: Text(64, '姓名'),
    opinion: Text(4000, '不同意见')
  },
  strict
)

export const earlierConsultations = Type.Array(UuidV7('会商标识'), {
  minItems: 1,
  maxItems: 20,
  uniqueItems: true,
  description: '援引的以往会商'
})

export const minutesRound = Type.Integer({ minimum: 1, description: '第几稿' })
export const inquiryNumber = Type.Integer({ minimum: 1, description: '第几次咨询' })
export const followUpNumber = Type.Integer({ minimum: 1, description: '后续事项序号' })
