import { Refusal } from '@wuhu/decider'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export interface RegisterTables {
  document_registers: { agency: string; word: string; year: number; last: number; kept_here: boolean }
  document_numbers: { agency: string; word: string; year: number; number: number }
}

/**
 * 发文登记 in a service's schema: the highest number of every agency, word and year, and the single ones of the registers
 * that their agencies keep elsewhere.
 */
export const registersMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table document_registers (
      agency text not null, word text not null, year integer not null,
      last integer not null check (last >= 0), kept_here boolean not null,
      primary key (agency, word, year))`.execute(db)
    await sql`create table document_numbers (
      agency text not null, word text not null, year integer not null, number integer not null check (number > 0),
      primary key (agency, word, year, number))`.execute(db)
  }
}

interface Register {
  readonly agency: string
  /** 发文字, as in 乌中市监协. */
  readonly word: string
  readonly year: number
}

interface Standing {
  /** The highest number so far; 0 for none. */
  readonly last: number
  /** It has given an automatic number: from then on it has no gap. */
  readonly keptHere: boolean
}

/** How a register stands. Its row stays locked until the caller's transaction ends: numbers are given one after another. */
export async function openRegister(db: Kysely<RegisterTables>, register: Register): Promise<Standing> {
  const { last, kept_here } = await db
    .insertInto('document_registers')
    .values({ ...register, last: 0, kept_here: false })
    .onConflict((conflict) =>
      conflict.columns(['agency', 'word', 'year']).doUpdateSet({ last: sql`document_registers.last` })
    )
    .returning(['last', 'kept_here'])
    .executeTakeFirstOrThrow()
  return { last, keptHere: kept_here }
}

/**
 * Enters a number in a register that stands as told; `automatic`: the register is kept here from now on.
 * @throws Refusal `document.number-taken`
 */
export async function enter(
  db: Kysely<RegisterTables>,
  register: Register,
  number: number,
  { last, keptHere }: Standing,
  automatic: boolean
): Promise<void> {
  const taken = () => new Refusal('document.number-taken', `the register is at ${last}`)
  if (keptHere && number <= last) throw taken()
  const { numInsertedOrUpdatedRows: entered } = await db
    .insertInto('document_numbers')
    .values({ ...register, number })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!entered) throw taken()
  await db
    .updateTable('document_registers')
    .set({ last: Math.max(last, number), kept_here: keptHere || automatic })
    .where((eb) => eb.and({ ...register }))
    .execute()
}

/** 年份 in hexagonal brackets, a number without leading zeros and without 第 (GB/T 9704-2012, 7.2.5). */
export const documentNumber = ({ word, year }: Register, number: number): string => `${word}〔${year}〕${number}号`

/** Word, year and number of a 发文字号; undefined for what has another form. */
export function partsOf(documentNumber: string): { word: string; year: number; number: number } | undefined {
  const [, word, year, number] = /^(.+)〔(\d{4})〕第?(\d+)号$/.exec(documentNumber) ?? []
  return word === undefined ? undefined : { word, year: Number(year), number: Number(number) }
}
