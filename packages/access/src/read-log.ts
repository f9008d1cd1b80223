import type { Sensitivity } from '@wuhu/contracts'
import { type Generated, type Insertable, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Caller } from './verifier.ts'

/** The way by which somebody read. */
export const readChannels = ['api', 'mailbox', 'sse', 'replay', 'unmasking', 'attachment', 'statement'] as const
export type ReadChannel = (typeof readChannels)[number]

export interface ReadsTable {
  id: Generated<string>
  at: Generated<Date>
  agency: string
  person: string | null
  roles: string[]
  key_id: string
  channel: ReadChannel
  case_number: string | null
  /** Aggregates, at most `mostSubjects` of them. */
  subjects: string[]
  /** Sequences in a mailbox, or indexes of the log. */
  first: string | null
  last: string | null
  classes: Sensitivity[]
  /** What was asked for, where one reading covers more than is listed: the filters of a replay. */
  asked: unknown | null
  request: string
}

export interface ReadTables {
  reads: ReadsTable
}

/** Who reads, and by which request. */
export interface Reader {
  readonly caller: Pick<Caller, 'agency' | 'person' | 'roles' | 'keyId'>
  readonly channel: ReadChannel
  readonly request: string
}

/** One thing that an answer shows. */
export interface Shown {
  readonly caseNumber?: string | null | undefined
  /** The aggregate: `clue/<id>`. */
  readonly subject?: string | undefined
  /** Its sequence in the mailbox. */
  readonly sequence?: number | undefined
  readonly classes: readonly Sensitivity[]
}

const mostSubjects = 200

/** The log of readings, the same in every service's schema; the service's role may only add to it. */
export const readsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table reads (
      id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
      agency text not null, person text, roles text[] not null, key_id text not null, channel text not null,
      case_number text, subjects text[] not null, first bigint, last bigint, classes text[] not null, asked jsonb,
      request text not null)`.execute(db)
    await sql`create index reads_case on reads (case_number, id) where case_number is not null`.execute(db)
    await sql`create index reads_agency on reads (agency, id)`.execute(db)
  }
}

/** One row for each case that an answer shows something of, and one for what belongs to none. */
function rowsOf(reader: Reader, shown: readonly Shown[], asked?: object): Insertable<ReadsTable>[] {
  const { caller, channel, request } = reader
  const cases = new Map<string | null, { subjects: Set<string>; classes: Set<Sensitivity>; sequences: number[] }>()
  for (const { caseNumber = null, subject, sequence, classes } of shown) {
    let row = cases.get(caseNumber)
    if (!row) {
      row = { subjects: new Set(), classes: new Set(), sequences: [] }
      cases.set(caseNumber, row)
    }
    if (subject !== undefined && row.subjects.size < mostSubjects) row.subjects.add(subject)
    if (sequence !== undefined) row.sequences.push(sequence)
    for (const one of classes) row.classes.add(one)
  }
  return [...cases].map(([caseNumber, { subjects, classes, sequences }]) => ({
    agency: caller.agency,
    person: caller.person ?? null,
    roles: [...caller.roles],
    key_id: caller.keyId,
    channel,
    case_number: caseNumber,
    subjects: [...subjects],
    first: sequences.length > 0 ? String(Math.min(...sequences)) : null,
    last: sequences.length > 0 ? String(Math.max(...sequences)) : null,
    classes: [...classes],
    asked: asked ? JSON.stringify(asked) : null,
    request
  }))
}

/** The transaction that reads: the store's `Reading`. */
interface ReadingTransaction<DB> {
  readonly db: Kysely<DB>
  atCommit(statement: { name?: string; text: string; values: unknown[] }): void
}

/** Texts of few rows are prepared once a connection. */
const preparedRows = 4

/** Puts what an answer shows on record with the commit of the transaction that read it: without the record no answer. */
export function recordShown<DB extends ReadTables>(
  { db, atCommit }: ReadingTransaction<DB>,
  reader: Reader,
  shown: readonly Shown[]
): void {
  const rows = rowsOf(reader, shown)
  if (rows.length === 0) return
  const { sql: text, parameters } = (db as unknown as Kysely<ReadTables>).insertInto('reads').values(rows).compile()
  const name = rows.length <= preparedRows ? { name: `reads-${rows.length}` } : {}
  atCommit({ ...name, text, values: [...parameters] })
}

/**
 * Puts a reading on record by itself: await it before the answer leaves, and leave no answer when it throws. For content
 * that is read outside a transaction, such as attachments and statements.
 */
export async function logRead<DB extends ReadTables>(
  db: Kysely<DB>,
  reader: Reader,
  shown: readonly Shown[],
  asked?: object
): Promise<void> {
  const rows = rowsOf(reader, shown, asked)
  if (rows.length === 0) return
  await (db as unknown as Kysely<ReadTables>).insertInto('reads').values(rows).execute()
}

export interface ReadFilter {
  readonly caseNumber?: string | undefined
  readonly agency?: string | undefined
  /** RFC 3339 instants: from inclusive, to exclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** In order of id, beyond this one. */
  readonly after?: string | undefined
  readonly limit: number
}

export type Read = Selectable<ReadsTable>

/**
 * Readings in the order in which they were put on record; one more than `limit` when there are more. `covers`: readings
 * that name no case, and yet showed something of the one that is asked for.
 */
export async function listReads<DB extends ReadTables>(
  db: Kysely<DB>,
  filter: ReadFilter,
  covers: (caseNumber: string) => RawBuilder<boolean> = () => sql`false`
): Promise<Read[]> {
  const { caseNumber, agency, from, to, after, limit } = filter
  let query = (db as unknown as Kysely<ReadTables>).selectFrom('reads').selectAll()
  if (caseNumber !== undefined)
    query = query.where((eb) => eb.or([eb('case_number', '=', caseNumber), covers(caseNumber)]))
  if (agency !== undefined) query = query.where('agency', '=', agency)
  if (from !== undefined) query = query.where(sql<boolean>`at >= ${from}::timestamptz`)
  if (to !== undefined) query = query.where(sql<boolean>`at < ${to}::timestamptz`)
  if (after !== undefined) query = query.where('id', '>', after)
  return await query
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}
