import type { QuarantineEvent } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { Quarantined } from '../domain/quarantine.ts'
import type { InfoDb } from '../tables.ts'

export interface QuarantineTables {
  quarantines: {
    id: string
    agency: string
    service: Quarantined['service']
    person: string | null
    command: string
    marks: ColumnType<Quarantined['marks'], string, string>
    request: string
    opened_at: ColumnType<Date, string, string>
    outcome: 'false-alarm' | 'handled-offline' | null
    note: string | null
    /** agency[/person[/role]]. */
    resolved_by: string | null
    resolved_at: ColumnType<Date | null, string | null, string | null>
    version: number
  }
}

/** The secrecy officers' queue as rows. */
export const quarantineView: View<InfoDb> = {
  name: 'quarantines',
  tables: ['quarantines'],
  async apply(db, envelope) {
    if (!envelope.type.startsWith('quarantine.')) return
    const id = envelope.subject.slice('quarantine/'.length)
    const event = { type: envelope.type, data: envelope.data } as QuarantineEvent
    const { time, streamversion: version, actor } = envelope
    switch (event.type) {
      case 'quarantine.opened.v1': {
        const { marks, person = null, ...rest } = event.data
        await db
          .insertInto('quarantines')
          .values({ id, ...rest, person, marks: JSON.stringify(marks), opened_at: time, version })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        return
      }
      case 'quarantine.resolved.v1': {
        const { outcome, note = null } = event.data
        await db
          .updateTable('quarantines')
          .set({ outcome, note, resolved_by: actor, resolved_at: time, version })
          .where('id', '=', id)
          .where('version', '<', version)
          .execute()
      }
    }
  }
}

export interface QuarantineFilter {
  /** Of this agency only; left out, of all. */
  readonly agency: string | undefined
  readonly status?: 'open' | 'resolved' | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Records of the queue, newest first; one more than `limit` when there are more. */
export async function listQuarantines(db: Kysely<InfoDb>, { agency, status, after, limit }: QuarantineFilter) {
  let query = db.selectFrom('quarantines').selectAll()
  if (agency !== undefined) query = query.where('agency', '=', agency)
  if (status) query = query.where('outcome', status === 'open' ? 'is' : 'is not', null)
  if (after) query = query.where('id', '<', after)
  return await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
