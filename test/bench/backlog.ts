import { randomUUIDv7 } from 'node:crypto'
import type { Bus } from '@wuhu/bus'
import { createEnvelope, eventSubject } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import type pg from 'pg'

const type = 'info.notice-published.v1'
const text = '近期机械制造企业图纸泄密线索增多，请各单位核对在办案件。'.repeat(5)

/** Notices of about 1 KB to one other agency, straight into info-sharing's store: its relay finds them as any others. */
export async function addBacklog(pool: pg.Pool, count: number): Promise<void> {
  for (let from = 0; from < count; from += 2_000) {
    const envelopes = Array.from({ length: Math.min(2_000, count - from) }, (_, n) =>
      createEnvelope({
        ...{ id: randomUUIDv7(), service: 'info-sharing', type, subject: `notice/${randomUUIDv7()}` },
        ...{ time: new Date().toISOString(), version: 1, actor: { agency: 'amr' }, marking: 'work' },
        audience: [
          { agency: 'amr', ground: 'publisher' },
          { agency: 'psb', ground: 'addressee' }
        ],
        correlationId: 'bench',
        data: { publisher: 'amr', title: `商业秘密案件线索研判通报（${from + n}）`, text }
      })
    )
    await pool.query(
      `with added as (
         insert into info_sharing.events (stream_id, version, id, type, subject, body)
         select stream_id, 1, id, $1, subject, body
         from unnest($2::text[], $3::uuid[], $4::text[], $5::bytea[]) as new (stream_id, id, subject, body)
         returning seq, stream_id),
       heads as (insert into info_sharing.heads (stream_id, version) select stream_id, 1 from added)
       insert into info_sharing.outbox (seq) select seq from added`,
      [
        type,
        envelopes.map(({ subject }) => subject),
        envelopes.map(({ id }) => id),
        envelopes.map(({ subject }) => eventSubject(type, subject)),
        envelopes.map((envelope) => Buffer.from(JSON.stringify(envelope)))
      ]
    )
  }
}

/** A consumer of INFO_SHARING: the schema that has its cursor, and its name. */
export interface Cursor {
  readonly schema: string
  readonly consumer: string
}

/** Waits until every event of info-sharing is in the stream and behind all of these cursors. @returns how many there are */
export async function settled(pool: pg.Pool, bus: Bus, cursors: readonly Cursor[]): Promise<number> {
  const positionOf = async (schema: string, lease: string) => {
    const { rows } = await pool.query<{ position: string; waiting: string }>(
      `select position, (select count(*) from ${schema}.outbox) as waiting from ${schema}.leases where name = $1`,
      [lease]
    )
    return Number(rows[0]?.waiting) > 0 ? -1 : Number(rows[0]?.position)
  }
  return await until(
    async () => {
      const { lastSequence } = await bus.stream('INFO_SHARING').describe()
      if ((await positionOf('info_sharing', 'relay')) !== lastSequence) return 0
      for (const { schema, consumer } of cursors) {
        const { rows } = await pool.query(`select from ${schema}.leases where name = $1 and position = $2`, [
          `consume/${consumer}`,
          lastSequence
        ])
        if (rows.length === 0) return 0
      }
      // What mail makes of them goes on as a stream of its own.
      if (!cursors.some(({ schema }) => schema === 'mail')) return lastSequence
      const mail = await bus.stream('MAIL').describe()
      return mail.lastSequence === (await positionOf('mail', 'relay')) ? lastSequence : 0
    },
    { within: 600_000, every: 100, what: 'every event is where it belongs' }
  )
}
