import { Type } from '@sinclair/typebox'
import { CalendarDate, Text, Uscc } from '../../formats.ts'
import { open, personal } from '../../sensitivity.ts'
import { knownConflicts, professionalFields } from '../expert/fields.ts'

/** An appraisal institution 鉴定机构. */
export const appraiserEntry = {
  name: open(Text(128, '机构名称')),
  uscc: open(Type.Optional(Uscc())),
  licence: open(Type.Optional(Text(64, '鉴定许可证号'))),
  fields: open(professionalFields),
  conflicts: personal(Type.Optional(knownConflicts)),
  contact: personal(Type.Optional(Text(64, '联系人')), 'person-name'),
  phone: personal(Type.Optional(Text(32, '联系电话')), 'phone'),
  validUntil: open(Type.Optional(CalendarDate('许可届满日')))
}
