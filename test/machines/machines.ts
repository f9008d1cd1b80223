import { cluesAndCases } from './clues-and-cases.ts'
import { directoryAndSignIn } from './directory-and-sign-in.ts'
import { filesAndReading } from './files-and-reading.ts'
import { jointWork } from './joint-work.ts'
import type { Machine } from './machine.ts'
import { promotion } from './promotion.ts'
import { timeAndPool } from './time-and-pool.ts'

/** Every state machine of the project, in the order of the list. */
export const machines: readonly Machine[] = [
  ...cluesAndCases,
  ...jointWork,
  ...promotion,
  ...timeAndPool,
  ...filesAndReading,
  ...directoryAndSignIn
]

/** Event types that no machine decides on, and why. */
export const withoutMachine: Readonly<Record<string, string>> = {
  'match.many-found.v1': 'a count in place of too many matches',
  'match.alarmed.v1': 'said by the quota of matching',
  'assist.quarantined.v1': 'opens a record of the quarantine, from another service',
  'supervise.quarantined.v1': 'opens a record of the quarantine, from another service',
  'match.key-rotated.v1': 'a key replaces the one before; there is no status'
}
