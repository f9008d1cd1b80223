import type { EventOf } from '../define-event.ts'
import { evidenceDisposed } from './evidence/disposed.ts'
import { evidenceHandedOver } from './evidence/handed-over.ts'
import { evidenceReceived } from './evidence/received.ts'
import { evidenceRegistered } from './evidence/registered.ts'
import { evidenceReturned } from './evidence/returned.ts'

export { evidenceKind } from './evidence/fields.ts'
export { evidenceDisposed, evidenceHandedOver, evidenceReceived, evidenceRegistered, evidenceReturned }

/** 证据物品: through whose hands a thing went, each step by two persons. */
export const evidenceEvents = [
  evidenceRegistered,
  evidenceHandedOver,
  evidenceReceived,
  evidenceReturned,
  evidenceDisposed
] as const
export type EvidenceEvent = EventOf<(typeof evidenceEvents)[number]>
