import type { Transaction } from '@wuhu/store'
import { sql } from 'kysely'

/** How this place writes its case-source numbers 案源编号. */
export interface CaseNumberFormat {
  write(year: string, sequence: number): string
}

/**
 * Reads a format such as `{region}-{year}-{seq:6}`. The year and the sequence must occur, because numbers are counted
 * per year; the rest may be letters, digits and `-`, because the number travels in URLs and NATS headers.
 * @throws TypeError with the reason
 */
export function parseCaseNumberFormat(template: string, region: string): CaseNumberFormat {
  const written = (year: string, sequence: number) =>
    template
      .replaceAll('{region}', region)
      .replaceAll('{year}', year)
      .replaceAll(/\{seq:([1-9])\}/g, (_, digits: string) => String(sequence).padStart(Number(digits), '0'))
  if (!template.includes('{year}')) throw new TypeError('the case number format needs {year}')
  if (template.match(/\{seq:[1-9]\}/g)?.length !== 1) {
    throw new TypeError('the case number format needs {seq:N} once, with N digits, 1 to 9')
  }
  // A number that outgrows its digits gets longer; two of them must never read the same.
  if (/\{seq:[1-9]\}\{year\}|\{year\}\{seq:[1-9]\}/.test(template)) {
    throw new TypeError('the case number format needs something between {year} and {seq:N}')
  }
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,50}[A-Za-z0-9])?$/.test(written('2026', 1))) {
    throw new TypeError('case numbers may hold letters, digits and - only, at most 52 characters')
  }
  return { write: written }
}

/** Counter of one year. Its row is locked until the transaction ends, so a rollback leaves no gap. */
export interface CaseCountersTable {
  year: string
  last: number
}

/**
 * The next number of the Beijing year of `now` (RFC 3339). Call it inside the transaction that appends `case.opened`,
 * as late as possible: openings of one year wait for each other from here on.
 */
export async function nextCaseNumber<DB extends { case_counters: CaseCountersTable }>(
  tx: Transaction<DB>,
  now: string,
  format: CaseNumberFormat
): Promise<string> {
  const year = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 4)
  const { rows } = await sql<{ last: number }>`
    insert into case_counters as c (year, last) values (${year}, 1)
    on conflict (year) do update set last = c.last + 1
    returning last`.execute(tx.db)
  const last = rows[0]?.last
  if (last === undefined) throw new TypeError('the case counter answered nothing')
  return format.write(year, last)
}
