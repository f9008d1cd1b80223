import { parseAudience, type SuperviseEvent } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { Proposal, SupervisionStatus } from '../domain/supervision-state.ts'
import type { AuditDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>

export interface SupervisionTables {
  supervisions: {
    id: string
    issuer: string
    target: string
    form: Proposal['form']
    kind: Proposal['subject']['kind']
    about: string | null
    rule: string | null
    case_number: string | null
    title: string
    status: SupervisionStatus
    card: 'none' | 'yellow' | 'red'
    overdue: boolean
    escalated: boolean
    /** Who may see it now. */
    agencies: string[]
    proposed_at: Timestamp
    updated_at: Timestamp
    version: number
  }
}

/** Supervisions 督办 as rows, for who issued them and, from their issue on, for whom they are about. */
export const supervisionView: View<AuditDb> = {
  name: 'supervisions',
  tables: ['supervisions'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith('supervision/')) return
    const event = { type: envelope.type, data: envelope.data } as SuperviseEvent
    const id = envelope.subject.slice('supervision/'.length)
    const seen = { updated_at: envelope.time, version: envelope.streamversion }
    const agencies = parseAudience(envelope.audience).map(({ agency }) => agency)
    if (event.type === 'supervise.proposed.v1') {
      const { issuer, target, form, subject, title } = event.data
      await db
        .insertInto('supervisions')
        .values({
          ...{ id, issuer, target, form, kind: subject.kind, title, agencies, status: 'proposed', card: 'none' },
          about: subject.of ?? null,
          rule: subject.rule ?? null,
          case_number: envelope.casenumber ?? null,
          ...{ overdue: false, escalated: false, proposed_at: envelope.time, ...seen }
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      return
    }
    await db
      .updateTable('supervisions')
      .set({ ...changed(event), agencies, ...seen })
      .where('id', '=', id)
      .where('version', '<', envelope.streamversion)
      .execute()
  }
}

function changed(event: Exclude<SuperviseEvent, { type: 'supervise.proposed.v1' }>): {
  status?: SupervisionStatus
  card?: 'yellow' | 'red'
  overdue?: boolean
  escalated?: boolean
} {
  switch (event.type) {
    case 'supervise.dismissed.v1':
      return { status: 'dismissed' }
    case 'supervise.issued.v1':
      return { status: 'issued' }
    case 'supervise.letter-sent.v1':
      return { status: 'letter-sent' }
    case 'supervise.acknowledged.v1':
      return { status: 'acknowledged' }
    case 'supervise.reported.v1':
      return { status: 'reported' }
    case 'supervise.accepted.v1':
      return { status: 'accepted' }
    case 'supervise.rejected.v1':
      return { status: 'rejected', overdue: false }
    case 'supervise.overdue-found.v1':
      return { overdue: true }
    case 'supervise.carded.v1':
      return { card: event.data.colour }
    case 'supervise.escalated.v1':
      return { escalated: true }
    case 'supervise.closed.v1':
      return { status: 'closed' }
    case 'supervise.cancelled.v1':
      return { status: 'cancelled' }
  }
}

export interface SupervisionFilter {
  readonly status?: SupervisionStatus | undefined
  readonly target?: string | undefined
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Supervisions that the reader of the transaction may see, newest first; one more than `limit` when there are more. */
export async function listSupervisions(db: Kysely<AuditDb>, { status, target, after, limit }: SupervisionFilter) {
  let query = db.selectFrom('supervisions').selectAll()
  if (status) query = query.where('status', '=', status)
  if (target !== undefined) query = query.where('target', '=', target)
  if (after) query = query.where(beyond(['proposed_at', 'id'], '<', [after.at, after.id]))
  return await query
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
