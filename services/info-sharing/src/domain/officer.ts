import { isAdminRole, type OfficerEvent, type OfficerRole } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

/** What the agency of an officer is, as far as it decides which roles there are. */
export interface Workplace {
  readonly agency: string
  readonly office: boolean
}

/** An officer 工作人员 of an agency, and the roles held now. */
export interface OfficerState {
  readonly status: 'none' | 'active' | 'former'
  readonly agency: string
  readonly person: string
  readonly roles: ReadonlyMap<OfficerRole, { readonly validUntil?: string | undefined }>
}

export type OfficerCommand =
  | { do: 'grant'; at: Workplace; person: string; role: OfficerRole; by: Granter; name?: string; validUntil?: string }
  | { do: 'revoke'; role: OfficerRole; reason: string }

/** Who grants: nobody grants a role to oneself. */
interface Granter {
  readonly agency: string
  readonly person?: string | undefined
}

const ofTheOffice: readonly OfficerRole[] = ['office-head', 'office-staff']

/**
 * Who holds which role. The three administrators 三员分立 (GB/T 22239-2019, level 3) are three people: one who is one of
 * them holds no other role at all, so that none who operates, keeps keys or audits can read a case.
 */
export const officer: Decider<OfficerState, OfficerCommand, OfficerEvent> = {
  initial: { status: 'none', agency: '', person: '', roles: new Map() },

  decide(command, state, now) {
    switch (command.do) {
      case 'grant': {
        const { at, person, role, by, name, validUntil } = command
        if (by.agency === at.agency && by.person === person) {
          throw new Refusal('officer.oneself', 'nobody grants a role to oneself')
        }
        if (ofTheOffice.includes(role) && !at.office) {
          throw new Refusal('officer.not-the-office', `role ${role} is of the agency that runs the office`)
        }
        if (validUntil !== undefined && Date.parse(validUntil) <= Date.parse(now)) {
          throw new Refusal('officer.validity', 'the role would end before it begins')
        }
        const held = state.roles.get(role)
        const others = heldNow(state, now).filter((one) => one !== role)
        if (others.length > 0 && (isAdminRole(role) || others.some(isAdminRole))) {
          throw new Refusal(
            'officer.separated',
            `an administrator holds no other role, and the officer holds ${others}`
          )
        }
        if (held && held.validUntil === validUntil) return []
        const data = { agency: at.agency, person, role, ...(name !== undefined && { name }) }
        return [{ type: 'officer.role-granted.v1', data: { ...data, ...(validUntil !== undefined && { validUntil }) } }]
      }
      case 'revoke': {
        if (state.status === 'none') throw new Refusal('officer.unknown', 'the agency has no such officer')
        if (!state.roles.has(command.role)) return []
        const { agency, person } = state
        return [
          { type: 'officer.role-revoked.v1', data: { agency, person, role: command.role, reason: command.reason } }
        ]
      }
    }
  },

  evolve(state, event) {
    const { agency, person, role } = event.data
    const roles = new Map(state.roles)
    switch (event.type) {
      case 'officer.role-granted.v1':
        roles.set(role, { validUntil: event.data.validUntil })
        return { status: 'active', agency, person, roles }
      case 'officer.role-revoked.v1':
        roles.delete(role)
        return { status: roles.size > 0 ? 'active' : 'former', agency, person, roles }
    }
  }
}

const heldNow = ({ roles }: OfficerState, now: string): OfficerRole[] =>
  [...roles]
    .filter(([, { validUntil }]) => !validUntil || Date.parse(validUntil) > Date.parse(now))
    .map(([role]) => role)
