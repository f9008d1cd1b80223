import type { Envelope, RecordEvent } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { InfoDb } from '../tables.ts'

export interface UnmaskingTables {
  unmaskings: {
    id: string
    agency: string
    person: string | null
    case_number: string
    event: string
    event_type: string
    fields: ColumnType<string[], string, string>
    class: 'personal' | 'secret'
    reason: string
    status: 'requested' | 'granted' | 'refused'
    until: ColumnType<Date | null, string | null, string | null>
    approver: string | null
    asked_at: ColumnType<Date, string, string>
    version: number
  }
}

/** Unmaskings as rows. */
export const unmaskingView: View<InfoDb> = {
  name: 'unmaskings',
  tables: ['unmaskings'],
  async apply(db, envelope) {
    if (envelope.type.startsWith('record.unmask')) await applyUnmasking(db, envelope)
  }
}

async function applyUnmasking(db: Kysely<InfoDb>, envelope: Envelope): Promise<void> {
  const id = envelope.subject.slice('unmasking/'.length)
  const event = { type: envelope.type, data: envelope.data } as RecordEvent
  const { time, streamversion: version } = envelope
  const change = (set: object) =>
    db
      .updateTable('unmaskings')
      .set({ ...set, version })
      .where('id', '=', id)
      .where('version', '<', version)
      .execute()
  if (event.type === 'record.unmask-refused.v1') {
    await change({ status: 'refused', approver: event.data.by ?? null })
    return
  }
  const { data } = event
  const granted = event.type === 'record.unmasked.v1' && {
    status: 'granted' as const,
    until: event.data.until,
    approver: event.data.approver ?? null
  }
  if (granted && version > 1) {
    await change(granted)
    return
  }
  await db
    .insertInto('unmaskings')
    .values({
      id,
      agency: data.requester,
      person: data.person ?? null,
      case_number: data.caseNumber,
      event: data.event,
      event_type: data.eventType,
      fields: JSON.stringify(data.fields),
      class: data.class,
      reason: data.reason,
      status: 'requested',
      until: null,
      approver: null,
      asked_at: time,
      version,
      ...granted
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** An agency's own unmasking. */
export async function loadUnmasking(db: Kysely<InfoDb>, id: string, agency: string) {
  return await db
    .selectFrom('unmaskings')
    .selectAll()
    .where('id', '=', id)
    .where('agency', '=', agency)
    .executeTakeFirst()
}

export interface UnmaskingFilter {
  readonly agency: string
  readonly status?: 'requested' | 'granted' | 'refused' | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** An agency's own unmaskings, newest first; one more than `limit` when there are more. */
export async function listUnmaskings(db: Kysely<InfoDb>, { agency, status, after, limit }: UnmaskingFilter) {
  let query = db.selectFrom('unmaskings').selectAll().where('agency', '=', agency)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where('id', '<', after)
  return await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
