/** One command to one machine; texts of the fixtures that name the case or another aggregate become the scene's own. */
export interface Act {
  /** `clue`, `transfer`: the machine, and with the scene's id the stream. */
  readonly on: string
  readonly command: { readonly do: string; readonly [field: string]: unknown }
}

/** An event of another service that this one hears of. */
export interface Heard {
  readonly heard: string
  /** Of what: `clue`. */
  readonly on: string
  readonly by: string
  readonly data: object
}

export type Step = Act | Heard

/**
 * How a rule of time limits works, written by hand: when its clock starts and ends, what meets it, and what follows when
 * nothing does. Instants are RFC 3339; days are counted on the calendar on the wall, never by the code.
 */
export interface ClockScenario {
  /** The aggregate that the clock runs on. */
  readonly of: string
  readonly before: readonly Step[]
  readonly start: Step
  /** When all of that happens. */
  readonly at: string
  readonly due: string
  /** The natural end, where it runs on to a working day. */
  readonly natural?: string
  readonly warned: readonly [first: string, second: string]
  /** Each of these ends it; the last step does. */
  readonly meets: Readonly<Record<string, readonly Step[]>>
  readonly holder: string
  /** Everybody who learns of the breach. */
  readonly told: readonly string[]
  /** What a breach means, as the event says. */
  readonly means: RegExp
  readonly key?: string
  readonly extended?: { readonly by: readonly Step[]; readonly due: string }
  readonly suspended?: readonly {
    readonly by: Step
    readonly from: string
    readonly back: Step
    readonly until: string
    readonly due: string
  }[]
  /** What stops other clocks, and not this one. */
  readonly runsOn?: readonly Step[]
  readonly cancelled?: readonly (readonly Step[])[]
  /** Other ways to start it, with the same end. */
  readonly also?: Readonly<Record<string, readonly Step[]>>
  /** Starts that look alike: the last step sets no such clock. */
  readonly notFor?: Readonly<Record<string, readonly Step[]>>
  /** Another clock of the same rule on the same aggregate, which what meets the first one leaves running. */
  readonly besides?: readonly Step[]
  /** After the breach it is too late: the machine refuses, with this code. */
  readonly lapses?: { readonly steps: readonly Step[]; readonly code: string }
  /** Another start on the same aggregate: a clock of its own, with this end. */
  readonly again?: {
    readonly steps: readonly Step[]
    readonly at: string
    readonly due: string
    readonly holder: string
  }
}
