import { createHash } from 'node:crypto'
import { definitionOf, parseActor, parseAudience } from '@wuhu/contracts'
import type { Received, Transaction } from '@wuhu/store'
import { sql } from 'kysely'
import type { AuditDb } from '../tables.ts'

/**
 * Adds a batch to the log, in stream order, in the transaction that moves the cursor. The head row is locked until its
 * commit, so no index is visible before a smaller one.
 */
export async function record(tx: Transaction<AuditDb>, events: readonly Received[]): Promise<void> {
  const rows = events.map(({ event, stream, sequence, body }) => {
    const audience = parseAudience(event.audience)
    const publisher = audience.find(({ ground }) => ground === 'publisher')?.agency
    const mutual = definitionOf(event.type)?.mutual
    if (!mutual) throw new TypeError(`unknown event type ${event.type}`)
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    return {
      ...{ event, stream, sequence, mutual, bytes },
      agency: publisher ?? parseActor(event.actor).agency,
      audience: audience.map(({ agency }) => agency).join(','),
      sha256: createHash('sha256').update(bytes).digest()
    }
  })
  const schema = 'audit'
  await sql`
    with head as (
      update ${sql.id(schema, 'log_head')} set last = last + ${rows.length} returning last - ${rows.length} as base)
    insert into ${sql.id(schema, 'log')} (index, stream, sequence, event_id, type, mutual, case_number, stream_id,
      version, time, agency, audience, body, sha256)
    select base + n, stream, sequence, event_id, type, mutual, case_number, stream_id, version, time, agency,
      string_to_array(audience, ','), body, sha256
    from head, unnest(
      ${rows.map(({ stream }) => stream)}::text[],
      ${rows.map(({ sequence }) => sequence)}::bigint[],
      ${rows.map(({ event }) => event.id)}::uuid[],
      ${rows.map(({ event }) => event.type)}::text[],
      ${rows.map(({ mutual }) => mutual)}::text[],
      ${rows.map(({ event }) => event.casenumber ?? null)}::text[],
      ${rows.map(({ event }) => event.subject)}::text[],
      ${rows.map(({ event }) => event.streamversion)}::bigint[],
      ${rows.map(({ event }) => event.time)}::timestamptz[],
      ${rows.map(({ agency }) => agency)}::text[],
      ${rows.map(({ audience }) => audience)}::text[],
      ${rows.map(({ bytes }) => bytes)}::bytea[],
      ${rows.map(({ sha256 }) => sha256)}::bytea[]
    ) with ordinality as new (stream, sequence, event_id, type, mutual, case_number, stream_id, version, time, agency,
      audience, body, sha256, n)`.execute(tx.db)
}
