import type { EventOf } from '../define-event.ts'
import { officerRoleGranted } from './officer/role-granted.ts'
import { officerRoleRevoked } from './officer/role-revoked.ts'

export { officerRoleGranted, officerRoleRevoked }

export const officerEvents = [officerRoleGranted, officerRoleRevoked] as const
export type OfficerEvent = EventOf<(typeof officerEvents)[number]>
