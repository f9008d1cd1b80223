import type { Envelope, EvidenceEvent } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { EvidenceStatus } from '../domain/evidence-state.ts'
import type { JointDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>

export interface EvidenceTables {
  evidence_items: {
    id: string
    case_number: string
    assistance: string | null
    status: EvidenceStatus
    holder: string
    towards: string | null
    kind: string
    number: string
    name: string
    quantity: string | null
    registered_at: Timestamp
    updated_at: Timestamp
    version: number
  }
  /**
   * Who may know. Whoever has to sign for a thing, for as long as it is on its way there; the others for good.
   * `registration`: told of it, and so of all that only the registration says.
   */
  evidence_agencies: { agency: string; item: string; case_number: string; lasting: boolean; registration: boolean }
}

/** Evidence 证据物品 as rows: where each thing is now, and who may know. */
export const evidenceView: View<JointDb> = {
  name: 'evidence',
  tables: ['evidence_items', 'evidence_agencies'],
  async apply(db, envelope) {
    if (!envelope.type.startsWith('evidence.')) return
    const event = { type: envelope.type, data: envelope.data } as EvidenceEvent
    const id = envelope.subject.slice('evidence/'.length)
    if (event.type === 'evidence.registered.v1') await add(db, id, event.data, envelope)
    else await change(db, id, event, envelope)
  }
}

async function add(
  db: Kysely<JointDb>,
  id: string,
  data: Extract<EvidenceEvent, { type: 'evidence.registered.v1' }>['data'],
  { time, streamversion: version }: Envelope
): Promise<void> {
  const { caseNumber, assistance = null, requester, holder, kind, number, name, quantity = null } = data
  await db
    .insertInto('evidence_items')
    .values({
      ...{ id, case_number: caseNumber, assistance, status: 'held', holder, towards: null },
      ...{ kind, number, name, quantity, registered_at: time, updated_at: time, version }
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const told = requester === undefined ? [holder] : [holder, requester]
  await letKnow(db, { item: id, case_number: caseNumber, lasting: true, registration: true }, told)
}

async function change(
  db: Kysely<JointDb>,
  id: string,
  event: Exclude<EvidenceEvent, { type: 'evidence.registered.v1' }>,
  { time, streamversion }: Envelope
): Promise<void> {
  const row = await db
    .updateTable('evidence_items')
    .set({ ...changed(event), updated_at: time, version: streamversion })
    .where('id', '=', id)
    .where('version', '<', streamversion)
    .returning('case_number')
    .executeTakeFirst()
  if (!row) return
  if (event.type === 'evidence.handed-over.v1') {
    await db.deleteFrom('evidence_agencies').where('item', '=', id).where('lasting', '=', false).execute()
    const known = { item: id, case_number: row.case_number, lasting: false, registration: false }
    await letKnow(db, known, [event.data.to])
  }
  if (event.type === 'evidence.received.v1') {
    await db.updateTable('evidence_agencies').set({ lasting: true }).where('item', '=', id).execute()
  }
}

async function letKnow(
  db: Kysely<JointDb>,
  known: Omit<EvidenceTables['evidence_agencies'], 'agency'>,
  agencies: readonly string[]
) {
  await db
    .insertInto('evidence_agencies')
    .values(agencies.map((agency) => ({ agency, ...known })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function changed(event: Exclude<EvidenceEvent, { type: 'evidence.registered.v1' }>): {
  status: EvidenceStatus
  holder?: string
  towards: string | null
} {
  switch (event.type) {
    case 'evidence.handed-over.v1':
      return { status: 'in-transit', towards: event.data.to }
    case 'evidence.received.v1':
      return { status: 'held', holder: event.data.by, towards: null }
    case 'evidence.returned.v1':
      return { status: 'returned', towards: null }
    case 'evidence.disposed.v1':
      return { status: 'disposed', towards: null }
  }
}

export interface EvidenceFilter {
  /** Holds or held it, has to sign for it, or asked for it. */
  readonly agency: string
  readonly id?: string | undefined
  readonly caseNumber?: string | undefined
  readonly assistance?: string | undefined
  readonly holder?: string | undefined
  readonly status?: EvidenceStatus | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Things that the agency may know of, newest first; one more than `limit` when there are more. */
export async function listEvidence(db: Kysely<JointDb>, filter: EvidenceFilter) {
  const { agency, id, caseNumber, assistance, holder, status, after, limit } = filter
  let query = db
    .selectFrom('evidence_agencies as mine')
    .innerJoin('evidence_items as e', 'e.id', 'mine.item')
    .selectAll('e')
    .select('mine.registration')
    .where('mine.agency', '=', agency)
  if (id !== undefined) query = query.where('mine.item', '=', id)
  if (caseNumber !== undefined) query = query.where('mine.case_number', '=', caseNumber)
  if (assistance !== undefined) {
    query = query.where('e.assistance', '=', assistance).where('mine.registration', '=', true)
  }
  if (holder !== undefined) query = query.where('e.holder', '=', holder)
  if (status !== undefined) query = query.where('e.status', '=', status)
  if (after !== undefined) query = query.where('e.id', '<', after)
  return await query
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
    .execute()
}
