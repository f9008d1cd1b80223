import type { EventOf } from '../define-event.ts'
import { agencyKeyAdded } from './agency/key-added.ts'
import { agencyKeyRevoked } from './agency/key-revoked.ts'
import { agencyRegistered } from './agency/registered.ts'

export { KeyId, keyRole } from './agency/fields.ts'
export { agencyKeyAdded, agencyKeyRevoked, agencyRegistered }

export const agencyEvents = [agencyRegistered, agencyKeyAdded, agencyKeyRevoked] as const
export type AgencyEvent = EventOf<(typeof agencyEvents)[number]>
