import { baseRules } from '@wuhu/calendar'
import type { Store } from '@wuhu/store'
import { mutualOf, type Outcome } from './on-time.ts'

type Db = Pick<Store<unknown>, 'query'>

interface Row {
  id: string
  index: string
  time: string
  type: string
  audience: string[]
  holder: string
  of: string
  rule: string
  /** Met after its time. */
  late: boolean
}

/** An outcome, who may see its event, and where the reading of the month stands behind it. */
interface Found extends Outcome {
  readonly audience: readonly string[]
  readonly place: Place
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

/** What the holder may do and need not: not to use a right is no delay. */
const rights = new Set(baseRules.rules.filter(({ kind }) => kind === 'right').map(({ id }) => id))

/**
 * How clocks ended in a month, in order of when, as far as the log had them at `upto`: what was met counts in the month in
 * which it was met, what was missed in the month in which it was due, whenever that was noticed. What was met late counts no
 * more, because its breach did.
 */
export async function* readOutcomes(
  { query }: Db,
  { month, upto, after }: { readonly month: string; readonly upto: number; readonly after?: Place | undefined }
): AsyncGenerator<Found> {
  const { from, to } = boundsOf(month)
  let place: Place = after ?? { time: from, index: '0' }
  for (;;) {
    const rows = await query<Row>({
      text: `
        select id, index, at::text as time, type, audience, data ->> 'holder' as holder, data ->> 'of' as of,
               data ->> 'rule' as rule, coalesce((data ->> 'late')::boolean, false) as late
        from (
          select event_id as id, index, type, audience, audit.clock_ended_at(type, body) as at,
                 convert_from(body, 'UTF8')::json -> 'data' as data
          from audit.log
          where type in ('deadline.met.v1', 'deadline.breached.v1')
            and (audit.clock_ended_at(type, body), index) > ($1::timestamptz, $2::bigint)
            and audit.clock_ended_at(type, body) < $3::timestamptz and index <= $4
          order by audit.clock_ended_at(type, body), index limit ${atOnce}) page
        order by at, index`,
      values: [place.time, place.index, to, upto]
    })
    for (const { id, type, holder, of, rule, late, time, index, audience } of rows) {
      place = { time, index }
      if (late || rights.has(rule)) continue
      const outcome = type === 'deadline.met.v1' ? 'met' : 'breached'
      yield { id, outcome, agency: holder, mutual: mutualOf(of), audience, place }
    }
    if (rows.length < atOnce) return
  }
}
