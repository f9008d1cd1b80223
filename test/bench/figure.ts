/** One measured number, and what it is held against. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The peer or raw limit measured in the same run. */
  readonly baseline?: number
  /** value / baseline. */
  readonly ratio?: number
  /** In words: `ratio >= 0.35`. */
  readonly target?: string
  /** Lowest and highest of the rounds. */
  readonly spread?: readonly [number, number]
}

/** The middle one of several measurements, because machines are shared. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The value that a share of `values` does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const spreadOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]

/** Rounded for people: four significant digits. */
export const rounded = (value: number): number => Number(value.toPrecision(4))
