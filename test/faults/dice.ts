/** Random choices that a printed seed repeats. */
export interface Dice {
  /** 0 <= n < 1 */
  readonly next: () => number
  /** A whole number, 0 to `n - 1`. */
  readonly below: (n: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** A copy in another order. */
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

/** mulberry32: 32 bits of state are plenty for choosing faults. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    pick(list) {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    shuffle(list) {
      const copy = [...list]
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = below(index + 1)
        const [one, two] = [copy[index], copy[other]] as [(typeof copy)[0], (typeof copy)[0]]
        copy[index] = two
        copy[other] = one
      }
      return copy
    }
  }
}
