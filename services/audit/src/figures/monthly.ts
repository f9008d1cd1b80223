import type { Store } from '@wuhu/store'
import type { AuditTables } from '../tables.ts'
import {
  type Cell,
  countOutcomes,
  type FigureManifest,
  hashOutcomes,
  type Outcome,
  onTimeDefinition
} from './on-time.ts'
import { lastOf, readOutcomes } from './read-outcomes.ts'

/** The figures of a month: cells that counted something, and how to count them again. */
export interface Monthly {
  readonly cells: readonly Cell[]
  readonly manifest: FigureManifest
}

/** Counts a month from the log as it is now. */
export async function countMonth(
  store: Store<AuditTables>,
  month: string,
  assessed: ReadonlySet<string>
): Promise<Monthly> {
  const upto = await lastOf(store)
  const outcomes: Outcome[] = []
  for await (const outcome of readOutcomes(store, { month, upto })) outcomes.push(outcome)
  const cells = countOutcomes(outcomes).map((cell) => ({ ...cell, assessed: assessed.has(cell.agency) }))
  return { cells, manifest: manifestOf(outcomes, upto) }
}

/** What is needed to count the same again. */
export const manifestOf = (outcomes: readonly Outcome[], upto: number): FigureManifest => ({
  ...{ definition: onTimeDefinition, upto, count: outcomes.length, sha256: hashOutcomes(outcomes) }
})
