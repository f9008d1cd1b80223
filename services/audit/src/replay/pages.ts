import type { Store } from '@wuhu/store'
import type { Condition } from './filters.ts'

/** An event of the log with what stands around it in a replay. */
export interface LoggedEvent {
  readonly index: number
  readonly stream: string
  readonly sequence: number
  /** When the log took it, +08:00. */
  readonly recorded: string
  readonly type: string
  /** JSON as it was published. */
  readonly body: string
}

type Row = [index: string, stream: string, sequence: string, recorded: string, type: string, body: string]

/** Events a page, and the characters that a page should stay near: the next page is sized by the one before. */
const mostEvents = 1_000
const pageLength = 2 * 1_048_576
/** Rows that one statement looks at when it cannot follow an index, so that no statement takes long. */
const window = 50_000

/**
 * The log in order of index, up to `upto`, in pages. Each page is its own statement, so a slow reader holds no
 * transaction open; the next one is fetched while this one is read, and no more than that.
 */
export async function* pagesOf(
  { query }: Pick<Store<unknown>, 'query'>,
  condition: Condition,
  { upto, indexed }: { upto: number /** The condition finds its rows by an index. */; indexed: boolean }
): AsyncGenerator<readonly LoggedEvent[]> {
  const next = condition.values.length + 1
  const text = `
    select index, stream, sequence,
           to_char(recorded_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"'),
           type, convert_from(body, 'UTF8')
    from audit.log where index > $${next} and index <= $${next + 1} and ${condition.text}
    order by index limit $${next + 2}`
  let limit = mostEvents / 4

  const fetch = async (after: number): Promise<readonly LoggedEvent[] | undefined> => {
    for (let from = after; from < upto; ) {
      const to = indexed ? upto : Math.min(upto, from + window)
      const statement = { text, values: [...condition.values, from, to, limit], rowMode: 'array' }
      const rows = await query<Row>(statement)
      if (rows.length > 0) {
        const length = rows.reduce((sum, row) => sum + row[5].length, 0)
        limit = Math.min(mostEvents, Math.ceil((pageLength * rows.length) / length))
        return rows.map(toEvent)
      }
      from = to
    }
    return undefined
  }

  let coming = fetch(0)
  for (;;) {
    const page = await coming
    const last = page?.at(-1)
    if (!page || !last) return
    coming = fetch(last.index)
    // Whoever stops reading never awaits it; its failure is then nobody's.
    coming.catch(() => undefined)
    yield page
  }
}

const toEvent = ([index, stream, sequence, recorded, type, body]: Row): LoggedEvent => ({
  index: Number(index),
  stream,
  sequence: Number(sequence),
  recorded,
  type,
  body
})
