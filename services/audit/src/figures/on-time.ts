import { createHash } from 'node:crypto'
import type { Static } from '@sinclair/typebox'
import type { figureCell, figureManifest, Mutual } from '@wuhu/contracts'

/** Name and version of the definition in docs/figures.md: another way of counting is another version. */
export const onTimeDefinition = 'on-time/2'

export type Cell = Static<typeof figureCell>
export type FigureManifest = Static<typeof figureManifest>

/** How one clock ended: an event of the log that counts. */
export interface Outcome {
  /** The event's id. */
  readonly id: string
  readonly outcome: 'met' | 'breached'
  /** Whose clock it was. */
  readonly agency: string
  readonly mutual: Mutual
}

/** The five mutuals, in their order. */
export const fiveMutuals = [
  'info-exchange',
  'clue-sharing',
  'consultation',
  'assistance',
  'promotion'
] as const satisfies Mutual[]

const mutualOfThing: Readonly<Record<string, Mutual>> = {
  notice: 'info-exchange',
  case: 'clue-sharing',
  clue: 'clue-sharing',
  consultation: 'consultation',
  assistance: 'assistance',
  evidence: 'assistance',
  transfer: 'assistance',
  supervision: 'promotion',
  task: 'promotion',
  suggestion: 'promotion'
}

/** The mutual that a thing belongs to; a criminal transfer 行刑衔接 counts to 协查互助. */
export const mutualOf = (of: string): Mutual => mutualOfThing[of.slice(0, of.indexOf('/'))] ?? 'governance'

/** Events that were counted, by agency and mutual; what had none is not there. Ordered by agency and mutual. */
export function countOutcomes(
  outcomes: Iterable<Outcome>
): { agency: string; mutual: Mutual; met: number; breached: number }[] {
  const cells = new Map<string, { agency: string; mutual: Mutual; met: number; breached: number }>()
  for (const { agency, mutual, outcome } of outcomes) {
    const key = `${agency} ${mutual}`
    const cell = cells.get(key) ?? { agency, mutual, met: 0, breached: 0 }
    cell[outcome] += 1
    cells.set(key, cell)
  }
  return [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
}

/** SHA-256 over `<event id> <outcome>\n` of every event that was counted, in order of the id. */
export function hashOutcomes(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ id, outcome }) => `${id} ${outcome}\n`).sort()
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line)
  return hash.digest('hex')
}

/** What a count says: nothing where nothing was counted, neither 0 % nor 100 %. `rate` is rounded to four digits. */
export function rateOf({ met, breached }: { readonly met: number; readonly breached: number }) {
  const counted = met + breached
  const rate = counted === 0 ? null : Math.round((met / counted) * 10_000) / 10_000
  return { met, breached, counted, rate, text: rate === null ? '无数据' : `${Number((rate * 100).toFixed(2))}%` }
}
