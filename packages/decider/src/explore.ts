import type { Decider } from './decider.ts'
import { Refusal } from './refusal.ts'

/** One arrow of a state diagram: an event took the machine from one status to another, or left it where it was. */
export interface Transition {
  readonly from: string
  readonly event: string
  readonly to: string
}

export interface Exploration {
  /** Sorted by from, event, to; none twice. */
  readonly transitions: readonly Transition[]
  /** Every status that was reached, the initial one first, in the order of their discovery. */
  readonly statuses: readonly string[]
  /** Indexes of the commands that never decided anything: examples that prove nothing. */
  readonly idle: readonly number[]
}

/** Counts and lists beyond this many are taken for the same: a fourth round is like the third. */
const enough = 3

/**
 * What a machine can do with these commands, each tried on every state that they lead to. States that differ only in
 * how often something happened beyond three times, or in which order, are taken for one; of each status at most
 * `perStatus` (default 120) states are tried.
 * @param machine.commands examples of every kind, by everybody who may give them
 * @param machine.now RFC 3339 instants, at each of which every command comes
 * @throws Error when `decide` throws anything but a Refusal
 */
export function explore<State, Command, Event extends { readonly type: string }>(machine: {
  readonly decider: Decider<State, Command, Event>
  readonly commands: readonly Command[]
  readonly statusOf: (state: State) => string
  readonly now: readonly string[]
  readonly perStatus?: number
}): Exploration {
  const { decider, commands, statusOf, now, perStatus = 120 } = machine
  const transitions = new Map<string, Transition>()
  const tried = new Map<string, number>([[statusOf(decider.initial), 0]])
  const known = new Set([keyOf(decider.initial)])
  const used = new Set<number>()
  const waiting = [decider.initial]
  const drawn = draw(waiting)
  for (let state = drawn(); state !== undefined; state = drawn()) {
    const status = statusOf(state)
    const times = tried.get(status) ?? 0
    if (times >= perStatus) continue
    tried.set(status, times + 1)
    for (const [index, command] of commands.entries()) {
      for (const instant of now) {
        let after: State = state
        for (const event of decidedBy(decider, command, state, instant)) {
          used.add(index)
          const then = decider.evolve(after, event)
          const arrow = { from: statusOf(after), event: event.type, to: statusOf(then) }
          transitions.set(JSON.stringify(Object.values(arrow)), arrow)
          if (!tried.has(arrow.to)) tried.set(arrow.to, 0)
          after = then
        }
        const key = keyOf(after)
        if (known.has(key)) continue
        known.add(key)
        waiting.push(after)
      }
    }
  }
  return {
    transitions: [...transitions.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, arrow]) => arrow),
    statuses: [...tried.keys()],
    idle: commands.flatMap((_, index) => (used.has(index) ? [] : [index]))
  }
}

/** Takes one out of a list, seemingly by chance but always the same: so the bound leaves short stories and long ones. */
function draw<T>(list: T[]): () => T | undefined {
  let seed = 1
  return () => {
    seed = (seed * 48_271) % 2_147_483_647
    const place = seed % Math.max(1, list.length)
    const taken = list[place]
    const last = list.pop()
    if (last !== undefined && place < list.length) list[place] = last
    return taken
  }
}

function decidedBy<State, Command, Event>(
  decider: Decider<State, Command, Event>,
  command: Command,
  state: State,
  now: string
): readonly Event[] {
  try {
    return decider.decide(command, state, now)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** What tells two states apart: not the order in which several did the same. */
function keyOf(state: unknown): string {
  return JSON.stringify(state, (_, value: unknown) => {
    if (typeof value === 'number') return Math.min(value, enough)
    const list = value instanceof Map || value instanceof Set ? [...value] : value
    return Array.isArray(list) ? [...new Set(list.map(keyOf))].sort().slice(0, enough) : list
  })
}
