import { deepStrictEqual, throws } from 'node:assert/strict'
import { type Decider, fold } from './decider.ts'
import { Refusal } from './refusal.ts'

/** Given past events, when a command comes, then these events follow or this refusal is thrown. For tests. */
export function given<State, Command, Event>(decider: Decider<State, Command, Event>, past: readonly Event[]) {
  const state = fold(decider, past)
  return {
    when(command: Command, now = '2026-06-01T09:00:00+08:00') {
      return {
        then(expected: readonly Event[]): void {
          deepStrictEqual(decider.decide(command, state, now), expected)
        },
        refuses(code: string): void {
          throws(
            () => decider.decide(command, state, now),
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error
              deepStrictEqual(error.code, code)
              return true
            }
          )
        }
      }
    }
  }
}
