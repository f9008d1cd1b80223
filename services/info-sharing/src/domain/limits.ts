import { baseRules, digestOf, type RuleSet } from '@wuhu/calendar'
import type { Actor, CalendarEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { assertOfficeHead } from './office-head.ts'

type Adopted = Extract<CalendarEvent, { type: 'limits.adopted.v1' }>

/** The time limits 时限规则 in force: those that came with the program, or those adopted last. */
export interface LimitsState {
  readonly status: 'base' | 'adopted'
  readonly digest: string
  /** All that ever were: deadlines are stamped with them. */
  readonly versions: readonly string[]
}

export interface LimitsCommand {
  readonly do: 'adopt'
  readonly by: Actor
  /** Agencies that run the office. */
  readonly offices: readonly string[]
  readonly rules: RuleSet
}

/** The whole set is adopted at once. What runs already keeps the version that it started under. */
export const limits: Decider<LimitsState, LimitsCommand, Adopted> = {
  initial: { status: 'base', digest: digestOf(baseRules), versions: [baseRules.version] },

  decide({ by, offices, rules }, state) {
    assertOfficeHead(by, offices)
    if (digestOf(rules) === state.digest) return []
    const { version, note } = rules
    if (state.versions.includes(version)) {
      throw new Refusal('limits.version-taken', `version ${version} is taken by other rules`)
    }
    return [{ type: 'limits.adopted.v1', data: { version, ...(note !== undefined && { note }), rules } }]
  },

  evolve(state, { data }) {
    return { status: 'adopted', digest: digestOf(data.rules), versions: [...state.versions, data.version] }
  }
}
