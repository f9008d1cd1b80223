import type { Store } from '@wuhu/store'

type Db = Pick<Store<unknown>, 'query'>

/** Something that is missing or wrong, named as closely as can be. */
export type Gap =
  | {
      readonly kind: 'sequence'
      readonly stream: string
      readonly from: number
      readonly to: number
      /** Ids of the missing events, of the first hundred, as far as the stream still has them. */
      readonly eventIds: readonly string[]
      /** Parked by the log's consumer: known, and waiting for an operator. */
      readonly parked: number
    }
  | {
      readonly kind: 'version'
      readonly streamId: string
      readonly from: number
      readonly to: number
      readonly caseNumber: string | null
      /** Who published what stands next to the gap. */
      readonly publisher: string
    }
  | { readonly kind: 'index'; readonly from: number; readonly to: number }
  | { readonly kind: 'body'; readonly index: number; readonly stream: string; readonly sequence: number }
  | { readonly kind: 'stream-behind'; readonly stream: string; readonly from: number; readonly to: number }
  | { readonly kind: 'differs'; readonly stream: string; readonly sequence: number; readonly what: 'id' | 'body' }

/** Gaps of one kind that are listed; the report says when there are more. */
export const listed = 1_000

interface Range {
  from: string
  to: string
}

const ranges = (rows: readonly Range[]) => rows.map(({ from, to }) => ({ from: Number(from), to: Number(to) }))

/** What the log holds of a stream, and the sequences up to `cursor` that it lacks. */
export async function streamOfLog({ query }: Db, stream: string, cursor: number) {
  const rows = await query<{ first: string | null; last: string | null; count: string }>({
    text: 'select min(sequence) as first, max(sequence) as last, count(*) as count from audit.log where stream = $1',
    values: [stream]
  })
  const [first, last, count] = [rows[0]?.first, rows[0]?.last, rows[0]?.count].map((value) => Number(value ?? 0))
  const end = Math.max(cursor, last ?? 0)
  const missing =
    count === end
      ? []
      : ranges(
          await query<Range>({
            text: `select before + 1 as from, sequence - 1 as to from (
                 select sequence, lag(sequence, 1, 0) over (order by sequence) as before
                 from (select sequence from audit.log where stream = $1 union all select $2::bigint + 1) s) w
               where sequence > before + 1 order by 1 limit ${listed}`,
            values: [stream, end]
          })
        )
  return { first: first ?? 0, last: last ?? 0, count: count ?? 0, missing }
}

/** Indexes that the log itself lacks: it has one row for each number from 1 to the last one given. */
export async function missingIndexes({
  query
}: Db): Promise<{ last: number; count: number; missing: { from: number; to: number }[] }> {
  // One statement, so one snapshot: the log grows while we look.
  const rows = await query<{ last: string; count: string; head: string }>({
    text: `select (select last from audit.log_head) as head, coalesce(max(index), 0) as last, count(*) as count from audit.log`
  })
  const [last, count, head] = [rows[0]?.last, rows[0]?.count, rows[0]?.head].map(Number) as [number, number, number]
  if (count === last && last === head) return { last, count, missing: [] }
  const found = await query<Range>({
    text: `select before + 1 as from, index - 1 as to from (
       select index, lag(index, 1, 0::bigint) over (order by index) as before
       from (select index from audit.log where index <= $1 union all select $1::bigint + 1) s) w
     where index > before + 1 order by 1 limit ${listed}`,
    values: [head]
  })
  return { last: head, count, missing: ranges(found) }
}

/** Aggregates whose versions are not 1, 2, 3, ...; the missing ones named by case and publisher. */
export async function missingVersions({ query }: Db): Promise<Extract<Gap, { kind: 'version' }>[]> {
  const rows = await query<Range & { stream_id: string; case_number: string | null; agency: string }>({
    text: `with bad as (
       select stream_id from audit.log group by stream_id
       having count(*) <> max(version) or min(version) <> 1 or count(distinct version) <> count(*) limit ${listed})
     select stream_id, before + 1 as from, version - 1 as to, case_number, agency from (
       select stream_id, version, case_number, agency,
              lag(version, 1, 0::bigint) over (partition by stream_id order by version, index) as before
       from audit.log where stream_id in (select stream_id from bad)) w
     where version <> before + 1 order by 1, 2 limit ${listed}`
  })
  return rows.map((row) => ({
    kind: 'version',
    streamId: row.stream_id,
    from: Number(row.from),
    to: Number(row.to),
    caseNumber: row.case_number,
    publisher: row.agency
  }))
}

/** Rows of the log hashed by one statement. */
const hashedAtOnce = 20_000

/** Rows whose body no longer has the hash that was taken when it came. */
export async function brokenBodies({ query }: Db, last: number): Promise<Extract<Gap, { kind: 'body' }>[]> {
  const found: Extract<Gap, { kind: 'body' }>[] = []
  for (let after = 0; after < last && found.length < listed; after += hashedAtOnce) {
    const rows = await query<{ index: string; stream: string; sequence: string }>({
      text: `select index, stream, sequence from audit.log
       where index > $1 and index <= $2 and sha256 <> sha256(body) order by index`,
      values: [after, after + hashedAtOnce]
    })
    for (const { index, stream, sequence } of rows) {
      found.push({ kind: 'body', index: Number(index), stream, sequence: Number(sequence) })
    }
  }
  return found.slice(0, listed)
}
