import { Type } from '@sinclair/typebox'
import { CalendarDate, Text, Uscc } from '../../formats.ts'
import { open, personal, work } from '../../sensitivity.ts'

const strict = { additionalProperties: false }

export const professionalFields = Type.Array(Text(32, '专业领域'), {
  minItems: 1,
  maxItems: 10,
  uniqueItems: true,
  description: '专业领域'
})

/** Companies and persons from whose cases the entry stays away 回避. */
export const knownConflicts = Type.Array(
  Type.Object(
    {
      company: Type.Optional(Text(128, '企业名称')),
      uscc: Type.Optional(Uscc()),
      person: Type.Optional(Text(64, '姓名，如近亲属')),
      relation: Type.Optional(Text(200, '关系'))
    },
    { ...strict, minProperties: 1 }
  ),
  { maxItems: 100, description: '已知利害关系' }
)

/** An entry of the pool 专家人才库. Who is in it is personal data: others than the office see a mask. */
export const expertEntry = {
  name: personal(Text(64, '姓名'), 'person-name'),
  fields: open(professionalFields),
  title: work(Type.Optional(Text(64, '职称'))),
  employer: work(Text(128, '工作单位')),
  employerUscc: work(Type.Optional(Uscc({ description: '工作单位统一社会信用代码' }))),
  conflicts: personal(Type.Optional(knownConflicts)),
  phone: personal(Type.Optional(Text(32, '联系电话')), 'phone'),
  validUntil: open(Type.Optional(CalendarDate('聘期届满日')))
}
