import { Type } from '@sinclair/typebox'
import { authorise, listOfficers } from '@wuhu/access'
import { AgencyCode, beijingTime, officerRole, PersonRef } from '@wuhu/contracts'
import { defineQuery, NotFound, type QueryDefinition } from '@wuhu/host'
import { agencyExists, type Deps } from '../commands/context.ts'

const strict = { additionalProperties: false }
const role = Type.Object({ role: officerRole, validUntil: Type.Optional(Type.String()) }, strict)

/** Who holds which role. Names stay with the agency itself and the security administrator. */
export function officerQueries({ store }: Deps): QueryDefinition[] {
  const list = defineQuery({
    name: 'officer.list',
    path: '/v1/agencies/:code/officers',
    action: 'officer.read',
    tag: 'officers',
    title: { zh: '工作人员及岗位', en: 'Officers and their roles' },
    params: Type.Object({ code: AgencyCode() }, strict),
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object({ person: PersonRef(), name: Type.Optional(Type.String()), roles: Type.Array(role) }, strict)
        )
      },
      strict
    ),
    async execute({ caller, params: { code } }) {
      authorise(caller, 'officer.read', { agency: code })
      if (!(await agencyExists(store, code))) throw new NotFound('agency.unknown', 'there is no such agency')
      const items = (await listOfficers(store.db, code)).map(({ person, name, roles }) => ({
        person,
        ...(name !== undefined && { name }),
        roles: roles.map(({ role, validUntil }) => ({
          role,
          ...(validUntil !== undefined && { validUntil: beijingTime(validUntil) })
        }))
      }))
      return { body: { items } }
    }
  })
  return [list]
}
