import { type ConsultEvent, type Envelope, parseAudience } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { ConsultationStatus, Proposal } from '../domain/consultation-state.ts'
import type { JointDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string | Date, string>

export interface ConsultationTables {
  consultations: {
    id: string
    case_number: string | null
    proposer: string
    secret_kind: Proposal['secretKind']
    question: string
    /** The question as it is searched. */
    sought: string
    proposed_at: Timestamp
  }
  /** How a consultation stands to an agency: by the events that it was told of, and by no other. */
  consultation_agencies: {
    agency: string
    proposed_at: Timestamp
    consultation_id: string
    status: ConsultationStatus
    meets_at: ColumnType<Date | null, string | null, string>
    updated_at: Timestamp
    version: number
  }
}

/** Consultations 会商 as rows. The question was read by every agency: in the proposal, its invitation or an inquiry. */
export const consultationView: View<JointDb> = {
  name: 'consultations',
  tables: ['consultations', 'consultation_agencies'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith(prefix)) return
    const event = { type: envelope.type, data: envelope.data } as ConsultEvent
    const id = envelope.subject.slice(prefix.length)
    if (event.type === 'consult.proposed.v1') await add(db, id, event.data, envelope)
    await tell(db, id, event, envelope)
  }
}

const prefix = 'consultation/'

/** Full and half width, case, spaces and punctuation make no difference to a search. */
const soughtIn = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

async function add(db: Kysely<JointDb>, id: string, proposal: Proposal, { time }: Envelope) {
  const { caseNumber = null, proposer, secretKind, question } = proposal
  await db
    .insertInto('consultations')
    .values({
      ...{ id, case_number: caseNumber, proposer, secret_kind: secretKind, question },
      ...{ sought: soughtIn(question), proposed_at: time }
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Moves on the rows of those who were told, and of nobody else. Whoever learns of it now learns that it was accepted. */
async function tell(db: Kysely<JointDb>, id: string, event: ConsultEvent, { audience, time, streamversion }: Envelope) {
  const agencies = parseAudience(audience).map(({ agency }) => agency)
  const { status = null, meetsAt = null } = changed(event)
  await sql`
    insert into consultation_agencies as mine
      (agency, proposed_at, consultation_id, status, meets_at, updated_at, version)
    select agency, proposed_at, id, coalesce(${status}::text, 'accepted'), ${meetsAt}::timestamptz,
      ${time}::timestamptz, ${streamversion}::int
    from consultations, unnest(${agencies}::text[]) as agency where id = ${id}
    on conflict (agency, proposed_at, consultation_id) do update set
      -- Materials may follow when the meeting has been called: then it stays called.
      status = case when ${status}::text = 'materials-ready' and mine.status <> 'accepted' then mine.status
        else coalesce(${status}::text, mine.status) end,
      meets_at = coalesce(excluded.meets_at, mine.meets_at),
      updated_at = excluded.updated_at, version = excluded.version
    where mine.version < excluded.version`.execute(db)
}

interface Change {
  readonly status?: ConsultationStatus
  readonly meetsAt?: string
}

function changed(event: ConsultEvent): Change {
  switch (event.type) {
    case 'consult.proposed.v1':
      return { status: 'proposed' }
    case 'consult.accepted.v1':
      return { status: 'accepted' }
    case 'consult.declined.v1':
      return { status: 'declined' }
    case 'consult.invited.v1': {
      const { meetsAt } = event.data
      return meetsAt === undefined ? {} : { meetsAt, status: 'convened' }
    }
    case 'consult.materials-ready.v1':
      return { status: 'materials-ready' }
    case 'consult.convened.v1':
      return { status: 'convened', meetsAt: event.data.meetsAt }
    case 'consult.held.v1':
      return { status: 'held' }
    case 'consult.minutes-drafted.v1':
      return { status: 'minutes-drafted' }
    case 'consult.minutes-signed.v1':
      return { status: 'minutes-signed' }
    case 'consult.closed.v1':
      return { status: 'closed' }
    case 'consult.invitation-answered.v1':
    case 'consult.opinion-given.v1':
    case 'consult.expert-engaged.v1':
    case 'consult.expert-opinion-received.v1':
    case 'consult.inquiry-sent.v1':
    case 'consult.inquiry-answered.v1':
    case 'consult.signature-given.v1':
    case 'consult.dissent-recorded.v1':
    case 'consult.follow-up-assigned.v1':
    case 'consult.followed-up.v1':
      return {}
  }
}

export interface ConsultationFilter {
  readonly agency: string
  /** Words of the question. */
  readonly sought?: string | undefined
  readonly status?: ConsultationStatus | undefined
  readonly caseNumber?: string | undefined
  readonly secretKind?: Proposal['secretKind'] | undefined
  /** Newest first, beyond this place. */
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Consultations that the agency learned of, newest first; one more than `limit` when there are more. */
export async function listConsultations(db: Kysely<JointDb>, filter: ConsultationFilter) {
  const { agency, sought, status, caseNumber, secretKind, after, limit } = filter
  let query = db
    .selectFrom('consultation_agencies as mine')
    .innerJoin('consultations as c', 'c.id', 'mine.consultation_id')
    .selectAll('c')
    .select(['mine.status', 'mine.meets_at', 'mine.updated_at', 'mine.version'])
    .where('mine.agency', '=', agency)
  if (sought !== undefined) query = query.where(sql<boolean>`position(${soughtIn(sought)} in c.sought) > 0`)
  if (status) query = query.where('mine.status', '=', status)
  if (caseNumber !== undefined) query = query.where('c.case_number', '=', caseNumber)
  if (secretKind) query = query.where('c.secret_kind', '=', secretKind)
  if (after) query = query.where(beyond(['mine.proposed_at', 'mine.consultation_id'], '<', [after.at, after.id]))
  return await query
    .orderBy('mine.proposed_at', 'desc')
    .orderBy('mine.consultation_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Whether the agency learned of every one of these consultations. */
export async function mayCite(db: Kysely<JointDb>, agency: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await db
    .selectFrom('consultation_agencies')
    .select('consultation_id')
    .where('agency', '=', agency)
    .where('consultation_id', 'in', [...ids])
    .execute()
  return rows.length === new Set(ids).size
}

/** The case that a consultation belongs to; undefined for a general question. */
export async function caseOfConsultation(db: Kysely<JointDb>, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('consultations').select('case_number').where('id', '=', id).executeTakeFirst()
  return row?.case_number ?? undefined
}
