import { Refusal } from '@wuhu/decider'
import type { Kysely } from 'kysely'
import type { DocumentKind } from '../templates.ts'
import { documentNumber, enter, openRegister, partsOf, type RegisterTables } from './registers.ts'
import { baseWords, type DocumentWords } from './words.ts'

interface Numbered {
  readonly agency: string
  readonly kind: DocumentKind
  /** What the agency wrote itself, where it did. */
  readonly given?: string | undefined
  /** RFC 3339 instant. */
  readonly now: string
  /** The document may do without a number: it gets none where the agency has no word for it. */
  readonly optional?: boolean
}

interface Settled {
  readonly number?: string | undefined
  /** Puts it into its register. */
  enter(): Promise<void>
}

/**
 * Does a step under the number of its document, and enters the number in the register of its agency, word and year in
 * the same transaction. Left out, it is the next one. Written by the agency, any that is not taken will do as long as
 * the agency keeps that register elsewhere; once the register has given a number itself, only the next. What follows
 * nothing, or is rolled back, uses no number: a register that is kept here has no gap, and none has a number twice.
 * @throws Refusal `document.no-word`, `document.number-taken`, `document.number-skips`, `document.word-of-another`
 */
export async function underNumber<DB extends RegisterTables, Done extends { readonly events: readonly unknown[] }>(
  db: Kysely<DB>,
  words: DocumentWords | undefined,
  numbered: Numbered,
  step: (number: string | undefined) => Promise<Done>
): Promise<Done> {
  const registers = db as unknown as Kysely<RegisterTables>
  const settled = await settle(registers, words ?? baseWords, numbered)
  const done = await step(settled.number)
  if (done.events.length > 0) await settled.enter()
  return done
}

/**
 * A number that the agency wrote on a document which is not made here (决定书, 立案通知书): it is the agency's own business, as
 * long as its word is none of the registers'.
 * @throws Refusal `document.word-of-another`
 */
export function assertFreeWord(words: DocumentWords | undefined, given: string): void {
  const word = partsOf(given)?.word
  if (word !== undefined && (words ?? baseWords).keeperOf(word)) throw wordOfAnother(word)
}

async function settle(db: Kysely<RegisterTables>, words: DocumentWords, numbered: Numbered): Promise<Settled> {
  const { agency, kind, given, now, optional } = numbered
  if (given !== undefined) return await settleGiven(db, words, numbered, given)
  const word = words.wordOf(agency, kind)
  if (word === undefined && optional) return { enter: async () => undefined }
  if (word === undefined) throw new Refusal('document.no-word', `the agency has no word for ${kind}; give the number`)
  const register = { agency, word, year: yearInBeijing(now) }
  const standing = await openRegister(db, register)
  const next = standing.last + 1
  return { number: documentNumber(register, next), enter: () => enter(db, register, next, standing, true) }
}

async function settleGiven(
  db: Kysely<RegisterTables>,
  words: DocumentWords,
  { agency, kind }: Numbered,
  given: string
): Promise<Settled> {
  const parts = partsOf(given)
  if (!parts) throw new TypeError(`${given} is no 发文字号`)
  const { word, year, number } = parts
  const keeper = words.keeperOf(word)
  if (keeper && (keeper.agency !== agency || keeper.kind !== kind)) throw wordOfAnother(word)
  const register = { agency, word, year }
  const standing = await openRegister(db, register)
  const next = standing.last + 1
  if (standing.keptHere && number > next) throw new Refusal('document.number-skips', `the next number is ${next}`)
  return { number: given, enter: () => enter(db, register, number, standing, false) }
}

const wordOfAnother = (word: string) =>
  new Refusal('document.word-of-another', `${word} is the word of other documents`)

const yearInBeijing = (now: string): number => new Date(Date.parse(now) + 8 * 3_600_000).getUTCFullYear()
