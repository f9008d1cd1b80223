import type { Envelope, Title } from '@wuhu/contracts'
import type { DocumentData } from '../template/fill.ts'
import type { DocumentKind } from '../templates.ts'

/** An agency by its name in the directory; by its code where there is none. */
export type NameOf = (agency: unknown) => string | undefined

/** What a document is made from. */
export interface Source {
  /** The reader's copies of the thing's events, in order. */
  readonly copies: readonly Envelope[]
  readonly nameOf: NameOf
}

/** From which step on there is a document, and what it is filled with. */
export interface DocumentRule {
  readonly kind: DocumentKind
  /** The step that it needs, told while it is missing. */
  readonly needs: Title
  /** The document of every time that its step was taken. */
  find(source: Source): DocumentData[]
}

type Data = Readonly<Record<string, unknown>>

/** The content of a copy: any field may be missing, whatever the schema says. */
export const dataOf = (event: Envelope | undefined): Data => (event?.data ?? {}) as Data

/** Copies of these types. */
export const ofType = (copies: readonly Envelope[], ...types: string[]): Envelope[] =>
  copies.filter(({ type }) => types.includes(type))

/** The newest copy of a type, of those up to `until` where it is given. */
export function latest(copies: readonly Envelope[], type: string, until?: Envelope): Envelope | undefined {
  const upTo = until ? copies.slice(0, copies.indexOf(until) + 1) : copies
  return upTo.findLast((copy) => copy.type === type)
}

/** A field where it is a text. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
