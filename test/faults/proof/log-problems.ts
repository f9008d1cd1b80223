import type pg from 'pg'
import type { Image } from './images.ts'

interface Logged {
  readonly index: number
  readonly stream: string
  readonly sequence: number
  readonly id: string
  readonly body: Buffer
}

/** Events that the audit log lacks, holds twice or with other bytes, and indexes that are not dense. */
export async function logProblems(pool: pg.Pool, sources: readonly Image[]): Promise<string[]> {
  const { rows } = await pool.query<Logged>(
    `select index::int as index, stream, sequence::int as sequence, event_id::text as id, body from audit.log order by index`
  )
  const problems = rows.flatMap(({ index }, at) => (index === at + 1 ? [] : [`index ${index} where ${at + 1} is due`]))
  const last = new Map<string, number>()
  const messages = new Map(sources.map((source) => [source.name as string, source.messages]))
  for (const { index, stream, sequence, id, body } of rows) {
    const place = `index ${index}, ${stream} ${sequence}`
    if (sequence !== (last.get(stream) ?? 0) + 1) problems.push(`${place} comes after ${last.get(stream)}`)
    last.set(stream, sequence)
    const message = messages.get(stream)?.[sequence - 1]
    if (message?.id !== id) problems.push(`${place}: event ${id}, message ${message?.id}`)
    else if (!body.equals(message.body)) problems.push(`${place}: other bytes`)
  }
  for (const { name, messages } of sources) {
    if ((last.get(name) ?? 0) !== messages.length)
      problems.push(`${name}: logged to ${last.get(name) ?? 0} of ${messages.length}`)
  }
  return problems
}
