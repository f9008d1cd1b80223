/**
 * A state machine as three pure parts. `decide` says what happens, `evolve` what it means.
 * `now` is an RFC 3339 instant; nothing in a decider reads the clock, makes ids or touches the store.
 * A command that already holds decides `[]`, so repeating it is harmless.
 */
export interface Decider<State, Command, Event> {
  readonly initial: State
  /** @throws Refusal when the rules say no */
  decide(command: Command, state: State, now: string): readonly Event[]
  evolve(state: State, event: Event): State
}

/** The state after `events`, in order, starting from `from` (default: the initial state). */
export function fold<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  events: Iterable<Event>,
  from: State = decider.initial
): State {
  let state = from
  for (const event of events) state = decider.evolve(state, event)
  return state
}
