import type { EventOf } from '../define-event.ts'
import { expertRegistered } from './expert/registered.ts'
import { expertRemoved } from './expert/removed.ts'
import { expertUpdated } from './expert/updated.ts'

export { expertRegistered }

/** 专家人才库: experts who may be asked in a consultation. */
export const expertEvents = [expertRegistered, expertUpdated, expertRemoved] as const
export type ExpertEvent = EventOf<(typeof expertEvents)[number]>
