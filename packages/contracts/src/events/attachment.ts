import type { EventOf } from '../define-event.ts'
import { attachmentHandedOver } from './attachment/handed-over.ts'
import { attachmentReceived } from './attachment/received.ts'
import { attachmentRecipientAdded } from './attachment/recipient-added.ts'
import { attachmentSealed } from './attachment/sealed.ts'
import { agencySealingKeyPublished } from './attachment/sealing-key-published.ts'

export { type SealedTo, SealingKey } from './attachment/fields.ts'
export {
  agencySealingKeyPublished,
  attachmentHandedOver,
  attachmentReceived,
  attachmentRecipientAdded,
  attachmentSealed
}

export const attachmentEvents = [
  attachmentSealed,
  attachmentRecipientAdded,
  attachmentHandedOver,
  attachmentReceived
] as const
export type AttachmentEvent = EventOf<(typeof attachmentEvents)[number]>

/** In streams of their own, `sealing-key/<agency>`. */
export const sealingKeyEvents = [agencySealingKeyPublished] as const
export type SealingKeyEvent = EventOf<(typeof sealingKeyEvents)[number]>
