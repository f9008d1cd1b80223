import type { EventOf } from '../define-event.ts'
import { deliveryAcknowledged } from './delivery/acknowledged.ts'

export { deliveryAcknowledged }

/** 送达: what became of the copies in mailboxes. */
export const deliveryEvents = [deliveryAcknowledged] as const
export type DeliveryEvent = EventOf<(typeof deliveryEvents)[number]>
