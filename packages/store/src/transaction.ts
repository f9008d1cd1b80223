import { dataProblems, definitionOf, type Envelope, eventSubject } from '@wuhu/contracts'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import { type Appending, appendAll, type Sign } from './append-all.ts'
import { Conflict } from './errors.ts'
import { together } from './together.ts'
import { applyTo, type View } from './view.ts'

/** A message for any number of streams whose versions the writer does not know, as mailboxes have them. */
export interface Copy {
  readonly streamId: string
  readonly id: string
  readonly type: string
  /** NATS subject. */
  readonly subject: string
  readonly caseNumber?: string | undefined
  readonly body: Uint8Array
}

/** One Postgres transaction on the service's schema. */
export interface Transaction<DB> {
  readonly db: Kysely<DB>
  /** Locks the stream's head, so that of two writers one waits, and reads its events. Version 0: no such stream. */
  read(streamId: string): Promise<{ version: number; events: Envelope[] }>
  /**
   * Adds events at `expectedVersion + 1` and on, signed by the store where it signs, and applies the store's views to them.
   * @returns the events as they are stored
   * @throws Conflict when the stream is at another version
   * @throws TypeError when an event does not follow its own schema: a bug of the caller
   */
  append(streamId: string, expectedVersion: number, envelopes: readonly Envelope[]): Promise<readonly Envelope[]>
  /**
   * The same for events of many streams, in one statement for all of them: they arrive in the given order. A stream may
   * come again, going on where it was. All or nothing.
   * @throws Conflict when one of the streams is at another version, TypeError as `append`
   */
  appendAll(entries: readonly Appending[]): Promise<readonly Envelope[]>
  /** Leaves `statement` to travel with the commit, when nothing else depends on it. When it fails all is rolled back. */
  atCommit(statement: pg.QueryConfig): void
  /** Adds copies, each at the next version of its stream, in the given order; streams are locked in one order. */
  appendCopies(copies: readonly Copy[]): Promise<void>
}

/** The transaction's verbs over a Kysely that is inside one. */
export function createTransaction<DB>(
  db: Kysely<DB>,
  schema: string,
  views: readonly View<DB>[],
  atCommit: (statement: pg.QueryConfig) => void,
  sign: Sign = (envelope) => envelope
): Transaction<DB> {
  const table = (name: string) => sql.id(schema, name)

  const read = async (streamId: string) => {
    const head = await sql<{ version: string }>`
      select version from ${table('heads')} where stream_id = ${streamId} for update`.execute(db)
    if (!head.rows[0]) return { version: 0, events: [] }
    // A second statement, because the first one's snapshot may be older than the lock.
    const { rows } = await sql<{ body: Buffer }>`
      select body from ${table('events')} where stream_id = ${streamId} order by version`.execute(db)
    return {
      version: Number(head.rows[0].version),
      events: rows.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope)
    }
  }

  const append = async (streamId: string, expectedVersion: number, unsigned: readonly Envelope[]) => {
    if (unsigned.length === 0) return []
    for (const envelope of unsigned) assertOwnSchema(envelope)
    const envelopes = unsigned.map(sign)
    const version = expectedVersion + envelopes.length
    const head =
      expectedVersion === 0
        ? sql`insert into ${table('heads')} (stream_id, version) values (${streamId}, ${version})
              on conflict do nothing returning 1`
        : sql`update ${table('heads')} set version = ${version}
              where stream_id = ${streamId} and version = ${expectedVersion} returning 1`
    const adding = sql<{ added: string }>`
      with head as (${head}), added as (
        insert into ${table('events')} (stream_id, version, id, type, case_number, subject, body)
        select ${streamId}, v, id, type, case_number, subject, body
        from head, unnest(
          ${envelopes.map(({ streamversion }) => streamversion)}::bigint[],
          ${envelopes.map(({ id }) => id)}::uuid[],
          ${envelopes.map(({ type }) => type)}::text[],
          ${envelopes.map(({ casenumber }) => casenumber ?? null)}::text[],
          ${envelopes.map((e) => eventSubject(e.type, e.casenumber ?? e.subject, e.source))}::text[],
          ${envelopes.map((e) => Buffer.from(JSON.stringify(e)))}::bytea[]
        ) as new (v, id, type, case_number, subject, body)
        order by v
        returning seq
      ), waiting as (insert into ${table('outbox')} (seq) select seq from added)
      select count(*) as added from added`.execute(db)
    // Views know nothing of each other nor of the store's tables, so all of it may be under way together.
    const [{ rows }] = await together([adding, ...views.map((view) => applyTo(view, db, envelopes))])
    if (Number(rows[0]?.added) !== envelopes.length) throw new Conflict(streamId, expectedVersion)
    return envelopes
  }

  const appendCopies = async (copies: readonly Copy[]) => {
    if (copies.length === 0) return
    const counts = new Map<string, number>()
    for (const { streamId } of copies) counts.set(streamId, (counts.get(streamId) ?? 0) + 1)
    const streams = [...counts.keys()].sort()
    const { rows } = await sql<{ stream_id: string; version: string }>`
      insert into ${table('heads')} as h (stream_id, version)
      select * from unnest(${streams}::text[], ${streams.map((id) => counts.get(id) ?? 0)}::bigint[])
      on conflict (stream_id) do update set version = h.version + excluded.version
      returning stream_id, version`.execute(db)
    const next = new Map(rows.map((row) => [row.stream_id, Number(row.version) - (counts.get(row.stream_id) ?? 0)]))
    const versions = copies.map(({ streamId }) => {
      const version = (next.get(streamId) ?? 0) + 1
      next.set(streamId, version)
      return version
    })
    await sql`
      with added as (
        insert into ${table('events')} (stream_id, version, id, type, case_number, subject, body)
        select stream_id, version, id, type, case_number, subject, body from unnest(
          ${copies.map(({ streamId }) => streamId)}::text[],
          ${versions}::bigint[],
          ${copies.map(({ id }) => id)}::uuid[],
          ${copies.map(({ type }) => type)}::text[],
          ${copies.map(({ caseNumber }) => caseNumber ?? null)}::text[],
          ${copies.map(({ subject }) => subject)}::text[],
          ${copies.map(({ body }) => Buffer.from(body.buffer, body.byteOffset, body.byteLength))}::bytea[]
        ) with ordinality as new (stream_id, version, id, type, case_number, subject, body, n)
        order by n
        returning seq
      )
      insert into ${table('outbox')} (seq) select seq from added`.execute(db)
  }

  const appendMany = async (entries: readonly Appending[]) => {
    for (const { envelopes } of entries) for (const envelope of envelopes) assertOwnSchema(envelope)
    return appendAll(db, schema, views, entries, sign)
  }

  return { db, read, append, appendAll: appendMany, atCommit, appendCopies }
}

/** An event that breaks its own schema must never become a fact. */
function assertOwnSchema(envelope: Envelope): void {
  if (!definitionOf(envelope.type)) throw new TypeError(`event type ${envelope.type} is not in the catalogue`)
  const problems = dataProblems(envelope.type, envelope.data)
  if (problems.length > 0) throw new TypeError(`${envelope.type}: ${problems.join('; ')}`)
}
