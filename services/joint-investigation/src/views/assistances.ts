import type { AssistEvent, Envelope } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { AssistanceStatus } from '../domain/assistance-state.ts'
import type { JointDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string | Date, string>

export interface AssistanceTables {
  assistances: {
    id: string
    case_number: string
    requester: string
    addressee: string | null
    /** Name of a body outside that was asked instead. */
    external: string | null
    /** What letters to several agencies have in common. */
    circular: string | null
    status: AssistanceStatus
    letter_number: string
    title: string
    due_at: ColumnType<Date | null, string | null, string>
    requested_at: Timestamp
    updated_at: Timestamp
    version: number
  }
  assistance_agencies: { agency: string; requested_at: Timestamp; assistance_id: string }
}

/** Assistances 协查 as rows. What a row holds, every agency named for it has read in its letter or in open fields. */
export const assistanceView: View<JointDb> = {
  name: 'assistances',
  tables: ['assistances', 'assistance_agencies'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith('assistance/')) return
    const event = { type: envelope.type, data: envelope.data } as AssistEvent
    const id = idOf(envelope.subject)
    if (event.type === 'assist.requested.v1' || event.type === 'assist.external-requested.v1')
      await add(db, id, event, envelope)
    else await change(db, id, event, envelope)
  }
}

const idOf = (subject: string) => subject.slice('assistance/'.length)

type Sent = Extract<AssistEvent, { type: 'assist.requested.v1' | 'assist.external-requested.v1' }>
type Follow = Exclude<AssistEvent, Sent>

async function add(db: Kysely<JointDb>, id: string, event: Sent, { time, streamversion }: Envelope): Promise<void> {
  const { caseNumber, requester, letterNumber, title, dueAt = null, circular = null } = event.data
  const addressee = event.type === 'assist.requested.v1' ? event.data.addressee : null
  await db
    .insertInto('assistances')
    .values({
      id,
      case_number: caseNumber,
      requester,
      addressee,
      external: event.type === 'assist.requested.v1' ? null : event.data.external.name,
      circular,
      status: 'sent',
      letter_number: letterNumber,
      title,
      due_at: dueAt,
      requested_at: time,
      updated_at: time,
      version: streamversion
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const agencies = addressee === null ? [requester] : [requester, addressee]
  const named = agencies.map((agency) => ({ agency, requested_at: time, assistance_id: id }))
  await db
    .insertInto('assistance_agencies')
    .values(named)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function change(
  db: Kysely<JointDb>,
  id: string,
  event: Follow,
  { time, streamversion }: Envelope
): Promise<void> {
  const row = await db
    .updateTable('assistances')
    .set({ ...changed(event), updated_at: time, version: streamversion })
    .where('id', '=', id)
    .where('version', '<', streamversion)
    .returning('requested_at')
    .executeTakeFirst()
  if (!row || event.type !== 'assist.forwarded.v1') return
  await db
    .insertInto('assistance_agencies')
    .values({ agency: event.data.to, requested_at: row.requested_at, assistance_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function changed(event: Follow): {
  status?: AssistanceStatus
  addressee?: string
  due_at?: string
} {
  switch (event.type) {
    case 'assist.received.v1':
      return { status: 'received' }
    case 'assist.accepted.v1':
      return { status: 'accepted', ...dueOn(event.data.dueAt) }
    case 'assist.refused.v1':
      return { status: 'refused' }
    case 'assist.forwarded.v1':
      return { status: 'sent', addressee: event.data.to }
    case 'assist.extended.v1':
      return dueOn(event.data.dueAt)
    case 'assist.external-answered.v1':
      return { status: event.data.outcome === 'refused' ? 'refused' : 'replied' }
    case 'assist.replied.v1':
      return { status: 'replied' }
    case 'assist.supplement-requested.v1':
      return { status: 'supplement-requested', ...(event.data.dueAt && { due_at: event.data.dueAt }) }
    case 'assist.confirmed.v1':
      return { status: 'confirmed' }
    case 'assist.withdrawn.v1':
      return { status: 'withdrawn' }
    case 'assist.closed.v1':
      return { status: 'closed' }
  }
}

const dueOn = (dueAt: string | undefined) => (dueAt === undefined ? {} : { due_at: dueAt })

export interface AssistanceFilter {
  /** Took part in it. */
  readonly agency: string
  /** As what: the agency that wrote the letter, or the one that has it now. */
  readonly role?: 'requester' | 'addressee' | undefined
  readonly status?: AssistanceStatus | undefined
  readonly caseNumber?: string | undefined
  readonly circular?: string | undefined
  /** Newest first, beyond this place. */
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Assistances in which the agency took part, newest first; one more than `limit` when there are more. */
export async function listAssistances(db: Kysely<JointDb>, filter: AssistanceFilter) {
  const { agency, role, status, caseNumber, circular, after, limit } = filter
  let query = db
    .selectFrom('assistance_agencies as mine')
    .innerJoin('assistances as a', 'a.id', 'mine.assistance_id')
    .selectAll('a')
    .where('mine.agency', '=', agency)
  if (role) query = query.where(`a.${role}`, '=', agency)
  if (status) query = query.where('a.status', '=', status)
  if (caseNumber !== undefined) query = query.where('a.case_number', '=', caseNumber)
  if (circular !== undefined) query = query.where('a.circular', '=', circular)
  if (after) query = query.where(beyond(['mine.requested_at', 'mine.assistance_id'], '<', [after.at, after.id]))
  return await query
    .orderBy('mine.requested_at', 'desc')
    .orderBy('mine.assistance_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The letters of one circular, for the agency that wrote them. */
export async function listCircular(db: Kysely<JointDb>, circular: string, requester: string) {
  return await db
    .selectFrom('assistances')
    .select(['id', 'addressee', 'status', 'due_at', 'updated_at'])
    .where('circular', '=', circular)
    .where('requester', '=', requester)
    .orderBy('id')
    .execute()
}
