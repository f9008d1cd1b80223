import { defineEvent } from '../../define-event.ts'
import { AgencyCode, PersonRef, Text } from '../../formats.ts'
import { officerRole } from '../../roles.ts'
import { open, work } from '../../sensitivity.ts'

/** An officer does not act in a role any more. */
export const officerRoleRevoked = defineEvent({
  type: 'officer.role-revoked.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '撤销岗位', en: 'Role revoked' },
  data: {
    agency: open(AgencyCode('所在单位')),
    person: open(PersonRef()),
    role: open(officerRole),
    reason: work(Text(500, '撤销原因'))
  }
})
