import type { EventOf } from '../define-event.ts'
import { suggestionAnswered } from './suggestion/answered.ts'
import { suggestionReceived } from './suggestion/received.ts'

export { suggestionAnswered, suggestionReceived }

/** 检察建议、司法建议 and their answers. */
export const suggestionEvents = [suggestionReceived, suggestionAnswered] as const
export type SuggestionEvent = EventOf<(typeof suggestionEvents)[number]>
