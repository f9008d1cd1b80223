import type { EventDefinition, Title } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'
import { type Exploration, explore } from '@wuhu/decider/explore'

/** A state machine of which docs/machines has a page. */
export interface Machine {
  /** Name of the page. */
  readonly name: string
  readonly title: Title
  /** Where its decider is written, from the root of the repository. */
  readonly source: string
  /** What is said of it below its title, where the diagram alone would mislead. */
  readonly remark?: Title
  /** Its statuses and their Chinese names, `none` (before there is one) among them. */
  readonly statuses: Readonly<Record<string, string>>
  /** The event types that it decides on. */
  readonly events: readonly string[]
  /** What was found, once; with a bound of one's own, anew. */
  readonly explored: (perStatus?: number) => Exploration
}

/** The instant at which the examples come. */
export const now = '2026-06-01T09:00:00+08:00'

/** A machine from its decider and examples of its commands. */
export function defineMachine<State, Command, Event extends { readonly type: string }>(
  machine: Omit<Machine, 'events' | 'explored'> & {
    readonly decider: Decider<State, Command, Event>
    readonly events: readonly EventDefinition[]
    readonly commands: ReadonlyArray<NoInfer<Command>>
    readonly statusOf: (state: NoInfer<State>) => string
    /** When they come, where one instant is not enough. */
    readonly now?: readonly string[]
  }
): Machine {
  const { decider, events, commands, statusOf, now: at = [now], ...rest } = machine
  const tried = (perStatus?: number) =>
    explore({ decider, commands, statusOf, now: at, ...(perStatus !== undefined && { perStatus }) })
  let usual: Exploration | undefined
  return {
    ...rest,
    events: events.map(({ type }) => type),
    explored(perStatus) {
      if (perStatus !== undefined) return tried(perStatus)
      usual ??= tried()
      return usual
    }
  }
}

/** The status of a state that has a field of that name. */
export const status = (state: { readonly status: string }): string => state.status
