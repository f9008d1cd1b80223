import type { EventOf } from '../define-event.ts'
import { matchAccessAsked } from './match/access-asked.ts'
import { matchAccessDeclined } from './match/access-declined.ts'
import { matchAccessGranted } from './match/access-granted.ts'
import { matchAlarmed } from './match/alarmed.ts'
import { matchDuplicateFound } from './match/duplicate-found.ts'
import { matchFound } from './match/found.ts'
import { matchKeyRotated } from './match/key-rotated.ts'
import { matchManyFound } from './match/many-found.ts'

export {
  MatchElement,
  MatchKeyId,
  type MatchKind,
  matchKind,
  matchKinds,
  matchSuite,
  matchToken
} from './match/fields.ts'
export { matchAccessAsked, matchAccessDeclined, matchAccessGranted }

/** Blind matching of clues 线索盲比对. No identifier and no token is in any of them. */
export const matchEvents = [
  matchFound,
  matchDuplicateFound,
  matchManyFound,
  matchAccessAsked,
  matchAccessGranted,
  matchAccessDeclined,
  matchAlarmed,
  matchKeyRotated
] as const
export type MatchEvent = EventOf<(typeof matchEvents)[number]>
