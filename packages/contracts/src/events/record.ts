import type { EventOf } from '../define-event.ts'
import { recordUnmaskRefused } from './record/unmask-refused.ts'
import { recordUnmaskRequested } from './record/unmask-requested.ts'
import { recordUnmasked } from './record/unmasked.ts'

export { recordUnmasked, recordUnmaskRefused, recordUnmaskRequested }
export const recordEvents = [recordUnmaskRequested, recordUnmasked, recordUnmaskRefused] as const
export type RecordEvent = EventOf<(typeof recordEvents)[number]>
