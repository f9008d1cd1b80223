import type { Bus, InMessage, StreamState } from '@wuhu/bus'
import type pg from 'pg'

/** Every stream and the schema that it is an image of. */
export const schemaOf = {
  INFO_SHARING: 'info_sharing',
  JOINT_INVESTIGATION: 'joint_investigation',
  NOTIFICATIONS: 'notifications',
  AUDIT: 'audit',
  MAIL: 'mail'
} as const
export type StreamName = keyof typeof schemaOf
export const streamNames = Object.keys(schemaOf) as StreamName[]
/** The streams whose events go to mailboxes and into the log. */
export const sourceNames: readonly StreamName[] = streamNames.filter((name) => name !== 'MAIL')

/** An event as the store holds it. */
export interface Stored {
  readonly position: number
  readonly id: string
  readonly subject: string
  readonly streamId: string
  readonly version: number
  readonly type: string
  readonly body: Buffer
}

export interface Image {
  readonly name: StreamName
  readonly stored: readonly Stored[]
  readonly messages: readonly InMessage[]
}

/** A stream as it is, and the events of its schema in order of their positions. */
export async function readImage(pool: pg.Pool, bus: Bus, name: StreamName): Promise<Image> {
  const stream = bus.stream(name)
  const { rows } = await pool.query<Stored>(
    `select p.position::int as position, e.id::text as id, e.subject, e.stream_id as "streamId",
            e.version::int as version, e.type, e.body
     from ${schemaOf[name]}.events e left join ${schemaOf[name]}.positions p using (seq) order by p.position`
  )
  return {
    name,
    stored: rows,
    messages: await readAll(stream.describe(), (after, signal) => stream.read({ after, signal }))
  }
}

async function readAll(
  described: Promise<StreamState>,
  read: (after: number, signal: AbortSignal) => AsyncIterable<readonly InMessage[]>
): Promise<InMessage[]> {
  const { lastSequence } = await described
  const messages: InMessage[] = []
  if (lastSequence === 0) return messages
  const ended = new AbortController()
  for await (const batch of read(0, ended.signal)) {
    messages.push(...batch)
    if (messages.length >= lastSequence) break
  }
  ended.abort()
  return messages
}
