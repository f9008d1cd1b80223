import { isAdminRole, type OfficerRole } from '@wuhu/contracts'

/** A role of the directory; without `validUntil` it does not end. */
export interface Granted {
  readonly role: OfficerRole
  readonly validUntil?: string | undefined
}

/** Why an officer acts in no role, although there may be some. */
export type NoRoles = 'no-role' | 'two-administrators' | 'second-factor'

/**
 * The roles in which a signed-in officer acts, of those granted at `now` (milliseconds). An administrator acts as that
 * administrator and as nothing else; one who holds two of the three (三员分立) acts as none. `strong`: a second factor was
 * shown; without it nobody is an administrator.
 */
export function sessionRoles(
  granted: readonly Granted[],
  now: number,
  strong: boolean
): { readonly roles: readonly OfficerRole[]; readonly why?: NoRoles } {
  const held = granted
    .filter(({ validUntil }) => validUntil === undefined || Date.parse(validUntil) > now)
    .map(({ role }) => role)
  const administrators = held.filter(isAdminRole)
  if (held.length === 0) return { roles: [], why: 'no-role' }
  if (administrators.length > 1) return { roles: [], why: 'two-administrators' }
  if (administrators.length === 0) return { roles: held }
  return strong ? { roles: administrators } : { roles: [], why: 'second-factor' }
}

/** Whether a second factor is asked of an officer with these roles: of administrators always. */
export const needsSecondFactor = (granted: readonly Granted[], ofEverybody: boolean): boolean =>
  ofEverybody || granted.some(({ role }) => isAdminRole(role))
