import type { EventOf } from '../define-event.ts'
import { sessionClosed } from './session/closed.ts'
import { sessionOpened } from './session/opened.ts'
import { sessionRefused } from './session/refused.ts'

export const sessionEvents = [sessionOpened, sessionClosed, sessionRefused] as const
export type SessionEvent = EventOf<(typeof sessionEvents)[number]>
