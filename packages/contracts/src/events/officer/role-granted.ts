import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant, PersonRef, Text } from '../../formats.ts'
import { officerRole } from '../../roles.ts'
import { open, personal } from '../../sensitivity.ts'

/** An officer may act for an agency in a role from now on. */
export const officerRoleGranted = defineEvent({
  type: 'officer.role-granted.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '授予岗位', en: 'Role granted' },
  data: {
    agency: open(AgencyCode('所在单位')),
    person: open(PersonRef()),
    role: open(officerRole),
    name: personal(Type.Optional(Text(64, '姓名')), 'person-name'),
    validUntil: open(Type.Optional(Instant('失效时间')))
  }
})
