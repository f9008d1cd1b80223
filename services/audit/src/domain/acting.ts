import type { Actor, OfficerRole } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'

/** Who gives a command, and what the directory says of the agency. */
export interface Acting extends Actor {
  /** Runs the office 办公室 of the conference. */
  readonly office: boolean
  /** The bureau of justice 司法局, which supervises administrative enforcement (国务院令825 art 6). */
  readonly justice: boolean
}

/** An agency that something is about, as the directory has it now. */
export interface Standing {
  readonly agency: string
  readonly registered: boolean
  /** False for court and procuratorate: a government's conference neither supervises nor assesses them. */
  readonly assessable: boolean
}

export interface Approver {
  readonly person: string
  readonly role: OfficerRole
}

export const officeRoles: readonly OfficerRole[] = ['office-head', 'office-staff']
export const leaderRoles: readonly OfficerRole[] = ['agency-head', 'agency-leader']

/**
 * A named officer in one of these roles: what goes out under a name was decided by a person.
 * @throws Refusal `actor.person`, `actor.role`
 */
export function requireOfficer(by: Acting, roles: readonly OfficerRole[]): Approver {
  const role = roles.find((one) => one === by.role)
  if (!role) throw new Refusal('actor.role', `needs role ${roles.join(' or ')} in by`)
  if (by.person === undefined) throw new Refusal('actor.person', 'needs a person in by')
  return { person: by.person, role }
}

/** @throws Refusal `actor.office-only` */
export function requireOffice(by: Acting, roles: readonly OfficerRole[] = officeRoles): Approver {
  if (!by.office) throw new Refusal('actor.office-only', 'only the office does this')
  return requireOfficer(by, roles)
}

/** 召集人: the role counts only in the agency that runs the office. @throws Refusal */
export function requireConvener(by: Acting): Approver {
  return requireOffice(by, ['convener'])
}

/** @throws Refusal `agency.unknown` */
export function requireRegistered({ agency, registered }: Standing): void {
  if (!registered) throw new Refusal('agency.unknown', `the directory has no agency ${agency}`)
}
