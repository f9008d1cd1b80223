import type { EventOf } from '../define-event.ts'
import { agencyKeyAdded } from './agency/key-added.ts'
import { agencyKeyRevoked } from './agency/key-revoked.ts'
import { agencyKeyRotated } from './agency/key-rotated.ts'
import { agencyRegistered } from './agency/registered.ts'

export { KeyId } from './agency/fields.ts'
export { agencyKeyAdded, agencyKeyRevoked, agencyKeyRotated, agencyRegistered }

export const agencyEvents = [agencyRegistered, agencyKeyAdded, agencyKeyRotated, agencyKeyRevoked] as const
export type AgencyEvent = EventOf<(typeof agencyEvents)[number]>
