import type { EventOf } from '../define-event.ts'
import { replayCompleted } from './replay/completed.ts'
import { replayStarted } from './replay/started.ts'

export { replayCompleted, replayStarted }

/** 审计回放: who read the log, and what came out. */
export const replayEvents = [replayStarted, replayCompleted] as const
export type ReplayEvent = EventOf<(typeof replayEvents)[number]>
