import pg from 'pg'
import type { Lease } from './lease.ts'
import { everybody, queryAs } from './sight.ts'

/** An event as it is published: the exact bytes, and where. */
export interface Publication {
  readonly position: number
  readonly id: string
  readonly subject: string
  readonly key: string
  /** In its own stream of the store. */
  readonly version: number
  readonly body: Buffer
}

interface Row {
  position: string
  id: string
  subject: string
  key: string
  version: string
  body: Buffer
}

const columns = `e.id::text as id, e.subject, coalesce(e.case_number, e.stream_id) as key,
  e.version::text as version, e.body`

/** Bodies as raw bytes; a copy, because the driver writes over its receive buffer. All else comes as text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.BYTEA && format === 'binary'
      ? (value: Buffer) => Buffer.from(value)
      : pg.types.getTypeParser(oid, format as 'text')
}

/** The statements by which a relay numbers and reads; prepared once a connection. Bodies come as raw bytes. */
export function createPositions(pool: pg.Pool, schema: string) {
  const quoted = `"${schema.replaceAll('"', '""')}"`

  // Row by row, whatever the planner thinks of these tables: the plan is made once, when they were perhaps empty.
  const number = `
    with lease as (select position from ${quoted}.leases where name = $1 and epoch = $2 for update),
    taken as (
      delete from ${quoted}.outbox
      where ctid = any(array(select ctid from ${quoted}.outbox order by seq limit $3)) and exists (select from lease)
      returning seq),
    placed as (
      insert into ${quoted}.positions (position, seq)
      select l.position + row_number() over (order by t.seq), t.seq from taken t, lease l
      returning position, seq),
    moved as (
      update ${quoted}.leases set position = position + (select count(*) from taken)
      where name = $1 and epoch = $2 and exists (select from taken))
    select p.position::text as position, ${columns}
    from placed p cross join lateral (select * from ${quoted}.events where seq = p.seq offset 0) e order by p.position`

  const read = `
    select p.position::text as position, ${columns}
    from ${quoted}.positions p join ${quoted}.events e using (seq)
    where p.position > $1 and p.position <= $2 order by p.position limit $3`

  const query = async (name: string, text: string, values: unknown[]): Promise<Publication[]> => {
    const config = { name: `${schema}-${name}`, text, values, binary: true, types }
    const rows = await queryAs<Row>(pool, everybody, config as pg.QueryConfig)
    return rows.map((row) => ({ ...row, position: Number(row.position), version: Number(row.version) }))
  }

  return {
    /**
     * Gives the next positions to committed events without one, in order of arrival, and returns those events. Done
     * and committed before anything is published, so a retry cannot number them anew. Because version n + 1 commits
     * after version n, what is visible holds a prefix of every stream. Nothing happens when the lease is lost.
     */
    number: (lease: Lease, limit: number) => query('number', number, [lease.name, lease.epoch, limit]),

    /** Numbered events after `after` up to `upTo`, at most `limit`. */
    read: (after: number, upTo: number, limit: number) => query('read', read, [after, upTo, limit]),

    /** The last position given, and the id of the event at `position`. */
    async at(position: number): Promise<string | undefined> {
      const text = `select e.id::text as id from ${quoted}.positions p join ${quoted}.events e using (seq) where p.position = $1`
      const rows = await queryAs<{ id: string }>(pool, everybody, { text, values: [position] })
      return rows[0]?.id
    },

    /** Events not yet published: how many (counted to 100,000) and since how many seconds the oldest waits. */
    async lag(published: number): Promise<{ events: number; seconds: number }> {
      const text = `
        select (select count(*) from (select from ${quoted}.outbox limit 100000) w)::int as waiting,
                coalesce((select max(position) from ${quoted}.positions), 0)::text as numbered,
                (select min(recorded_at) from ${quoted}.events where seq in (
                   (select seq from ${quoted}.positions where position > $1 order by position limit 1)
                   union all (select seq from ${quoted}.outbox order by seq limit 1))) as oldest`
      type Waiting = { waiting: number; oldest: Date | null; numbered: string }
      const rows = await queryAs<Waiting>(pool, everybody, { text, values: [published] })
      const row = rows[0]
      const behind = Math.max(0, Number(row?.numbered ?? 0) - published)
      const seconds = row?.oldest ? Math.max(0, (Date.now() - row.oldest.getTime()) / 1000) : 0
      return { events: (row?.waiting ?? 0) + behind, seconds }
    }
  }
}
