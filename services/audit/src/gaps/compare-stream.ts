import { createHash } from 'node:crypto'
import type { BusStream, InMessage } from '@wuhu/bus'
import type { Store } from '@wuhu/store'
import { type Gap, listed } from './find-gaps.ts'

type Differs = Extract<Gap, { kind: 'differs' }>

interface Row {
  sequence: string
  event_id: string
  sha256: string
}

/**
 * Reads the whole stream up to `last` and compares each message with the log's row for its sequence: id and hash of the
 * body. A sequence that the log lacks is no difference; the sequence gaps name it.
 */
export async function compareStream(
  { query }: Pick<Store<unknown>, 'query'>,
  stream: BusStream,
  last: number,
  signal: AbortSignal
): Promise<{ compared: number; differing: Differs[] }> {
  const differing: Differs[] = []
  let compared = 0
  if (last === 0) return { compared, differing }

  const compare = async (messages: readonly InMessage[]): Promise<void> => {
    const rows = await query<Row>({
      text: `select sequence, event_id, encode(sha256, 'hex') as sha256 from audit.log
       where stream = $1 and sequence between $2 and $3`,
      values: [stream.name, messages[0]?.sequence, messages.at(-1)?.sequence]
    })
    const known = new Map(rows.map((row) => [Number(row.sequence), row]))
    for (const { sequence, id, body } of messages) {
      const row = known.get(sequence)
      if (!row) continue
      compared += 1
      const same = row.sha256 === createHash('sha256').update(body).digest('hex')
      if (row.event_id !== id) differing.push({ kind: 'differs', stream: stream.name, sequence, what: 'id' })
      else if (!same) differing.push({ kind: 'differs', stream: stream.name, sequence, what: 'body' })
    }
  }

  const ended = new AbortController()
  const both = AbortSignal.any([signal, ended.signal])
  for await (const batch of stream.read({ after: 0, signal: both, limit: 1_000 })) {
    const messages = batch.filter(({ sequence }) => sequence <= last)
    if (messages.length > 0) await compare(messages)
    if ((batch.at(-1)?.sequence ?? 0) >= last || differing.length >= listed) break
  }
  ended.abort()
  return { compared, differing: differing.slice(0, listed) }
}
