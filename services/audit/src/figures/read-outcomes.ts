import type { Store } from '@wuhu/store'
import { mutualOf, type Outcome } from './on-time.ts'

type Db = Pick<Store<unknown>, 'query'>

interface Row {
  id: string
  index: string
  time: string
  type: string
  holder: string
  of: string
  /** Met after its time. */
  late: boolean
}

/** Where the reading of a month stands. */
export interface Place {
  readonly time: string
  readonly index: string
}

/** Rows of the log that one statement reads. */
const atOnce = 5_000

/** First instant of a month (`2026-11`), and of the next, in Beijing. */
export function boundsOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: `${month}-01T00:00:00+08:00`, to: `${next}-01T00:00:00+08:00` }
}

/** Last index of the log. */
export async function lastOf({ query }: Db): Promise<number> {
  const rows = await query<{ last: string }>({ text: 'select last from audit.log_head' })
  return Number(rows[0]?.last ?? 0)
}

/**
 * How clocks ended in a month, in order of their time, as far as the log had them at `upto`. A breach counts in its month;
 * what was met late counts no more, because its breach did.
 */
export async function* readOutcomes(
  { query }: Db,
  { month, upto, after }: { readonly month: string; readonly upto: number; readonly after?: Place }
): AsyncGenerator<Outcome & { readonly place: Place }> {
  const { from, to } = boundsOf(month)
  let place: Place = after ?? { time: from, index: '0' }
  for (;;) {
    const rows = await query<Row>({
      text: `
        select id, index, time, type, data ->> 'holder' as holder, data ->> 'of' as of,
               coalesce((data ->> 'late')::boolean, false) as late
        from (
          select event_id as id, index, time::text as time, type, convert_from(body, 'UTF8')::json -> 'data' as data
          from audit.log
          where type in ('deadline.met.v1', 'deadline.breached.v1')
            and (time, index) > ($1::timestamptz, $2::bigint) and time < $3::timestamptz and index <= $4
          order by audit.log.time, index limit ${atOnce}) page`,
      values: [place.time, place.index, to, upto]
    })
    for (const { id, type, holder, of, late, time, index } of rows) {
      place = { time, index }
      if (late) continue
      yield {
        id,
        outcome: type === 'deadline.met.v1' ? 'met' : 'breached',
        agency: holder,
        mutual: mutualOf(of),
        place
      }
    }
    if (rows.length < atOnce) return
  }
}
