import { Problem } from '@wuhu/host'
import type { Store } from '@wuhu/store'

/** How far a replay goes: fixed when it begins, whatever is recorded meanwhile. */
export interface ReplayRange {
  /** Last index of the log. */
  readonly upto: number
  /** Where each source stream stood there. */
  readonly streams: Readonly<Record<string, number>>
}

/**
 * The range of a replay of `streams`: to `upto`, or to their last event now. Of two requests without `upto` the second
 * has the same range when nothing came in between.
 * @throws Problem 400 `replay.beyond-log` when `upto` is not reached yet: the answer would change
 */
export async function freezeRange(
  { query }: Pick<Store<unknown>, 'query'>,
  streams: readonly string[],
  upto: number | undefined
): Promise<ReplayRange> {
  const head = await query<{ last: string }>({ text: 'select last from audit.log_head' })
  const last = Number(head[0]?.last ?? 0)
  if (upto !== undefined && upto > last) throw new Problem(400, 'replay.beyond-log', `the log ends at ${last}`)
  const rows = await query<{ stream: string; index: string | null; sequence: string | null }>({
    text: `select s as stream,
            (select max(index) from audit.log where stream = s and index <= $2) as index,
            (select sequence from audit.log where stream = s and index <= $2 order by sequence desc limit 1) as sequence
     from unnest($1::text[]) s`,
    values: [streams, upto ?? last]
  })
  return {
    upto: upto ?? Math.max(0, ...rows.map(({ index }) => Number(index ?? 0))),
    streams: Object.fromEntries(rows.map(({ stream, sequence }) => [stream, Number(sequence ?? 0)]))
  }
}
