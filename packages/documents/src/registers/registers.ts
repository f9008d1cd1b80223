import { Refusal } from '@wuhu/decider'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { DocumentKind } from '../templates.ts'
import { baseWords, type DocumentWords } from './words.ts'

export interface RegisterTables {
  document_registers: { agency: string; word: string; year: number; last: number }
}

/** 发文登记 in a service's schema: the last number of every agency, word and year. */
export const registersMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table document_registers (
      agency text not null, word text not null, year integer not null, last integer not null check (last > 0),
      primary key (agency, word, year))`.execute(db)
  }
}

export interface Register {
  readonly agency: string
  /** 发文字, as in 乌中市监协. */
  readonly word: string
  readonly year: number
}

/**
 * The next 发文字号 of a register, 乌中市监协〔2026〕1号. Its row stays locked until the caller's transaction ends, so numbers
 * are given one after another, and one that is rolled back is given again: no gap, no number twice.
 */
export async function takeNumber<DB extends RegisterTables>(db: Kysely<DB>, register: Register): Promise<string> {
  const { last } = await (db as unknown as Kysely<RegisterTables>)
    .insertInto('document_registers')
    .values({ ...register, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['agency', 'word', 'year']).doUpdateSet({ last: sql`document_registers.last + 1` })
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return documentNumber(register, last)
}

/** 年份 in hexagonal brackets, a number without leading zeros and without 第 (GB/T 9704-2012, 7.2.5). */
const documentNumber = ({ word, year }: Register, number: number): string => `${word}〔${year}〕${number}号`

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

/**
 * Does a step under the number of its document. Left out, it is the next of the agency's register. Written by the
 * agency, it stands, as long as the agency never let the register number that word and year; after that only the next
 * number will do. A step from which nothing follows gives its number back: the register has no gap and no number twice.
 * @throws Refusal `document.no-word`, `document.number-taken`, `document.number-skips`
 */
export async function underNumber<DB extends RegisterTables, Done extends { readonly events: readonly unknown[] }>(
  db: Kysely<DB>,
  words: DocumentWords | undefined,
  numbered: Numbered,
  step: (number: string | undefined) => Promise<Done>
): Promise<Done> {
  const { number, register } = await settle(db, words ?? baseWords, numbered)
  const done = await step(number)
  if (done.events.length === 0 && register) await giveBack(db, register)
  return done
}

/** The number, and the register that it was taken from. */
async function settle<DB extends RegisterTables>(
  db: Kysely<DB>,
  words: DocumentWords,
  { agency, kind, given, now, optional }: Numbered
): Promise<{ number: string | undefined; register?: Register }> {
  if (given === undefined) {
    const word = words.wordOf(agency, kind)
    if (word === undefined && optional) return { number: undefined }
    if (word === undefined) throw new Refusal('document.no-word', `the agency has no word for ${kind}; give the number`)
    const register = { agency, word, year: yearInBeijing(now) }
    return { number: await takeNumber(db, register), register }
  }
  const [, word, year, number] = /^(.+)〔(\d{4})〕第?(\d+)号$/.exec(given) ?? []
  if (word === undefined) return { number: given }
  const register = { agency, word, year: Number(year) }
  const last = await lockedLast(db, register)
  if (last === undefined) return { number: given }
  if (Number(number) <= last) throw new Refusal('document.number-taken', `the register is at ${last}`)
  if (Number(number) > last + 1) throw new Refusal('document.number-skips', `the next number is ${last + 1}`)
  await takeNumber(db, register)
  return { number: given, register }
}

/** In the transaction that took it, which still holds the row. */
async function giveBack<DB extends RegisterTables>(db: Kysely<DB>, { agency, word, year }: Register): Promise<void> {
  const registers = db as unknown as Kysely<RegisterTables>
  const ours = { agency, word, year }
  const { numDeletedRows } = await registers
    .deleteFrom('document_registers')
    .where((eb) => eb.and({ ...ours, last: 1 }))
    .executeTakeFirst()
  if (numDeletedRows > 0n) return
  await registers
    .updateTable('document_registers')
    .set({ last: sql`last - 1` })
    .where((eb) => eb.and(ours))
    .execute()
}

async function lockedLast<DB extends RegisterTables>(db: Kysely<DB>, register: Register): Promise<number | undefined> {
  const row = await (db as unknown as Kysely<RegisterTables>)
    .selectFrom('document_registers')
    .select('last')
    .where('agency', '=', register.agency)
    .where('word', '=', register.word)
    .where('year', '=', register.year)
    .forUpdate()
    .executeTakeFirst()
  return row?.last
}

const yearInBeijing = (now: string): number => new Date(Date.parse(now) + 8 * 3_600_000).getUTCFullYear()
