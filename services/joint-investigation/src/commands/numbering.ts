import { type DocumentKind, underNumber } from '@wuhu/documents'
import type { Deps, Tx } from './context.ts'

/** The document of a step, and its number where the agency wrote it itself. */
export interface Numbering {
  readonly kind: DocumentKind
  readonly given?: string | undefined
  /** It may do without a number. */
  readonly optional?: boolean
}

/** Does a step under the number of its document, if it has one: what the agency wrote, or the next of its register. */
export async function numberedStep<Done extends { readonly events: readonly unknown[] }>(
  tx: Tx,
  { words, now }: Pick<Deps, 'words' | 'now'>,
  agency: string,
  numbering: Numbering | undefined,
  step: (number: string | undefined) => Promise<Done>
): Promise<Done> {
  if (!numbering) return await step(undefined)
  return await underNumber(tx.db, words, { agency, now: now(), ...numbering }, step)
}
