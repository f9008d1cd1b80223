import { type ConsultEvent, type Envelope, parseAudience } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
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
    status: ConsultationStatus
    question: string
    /** The question as it is searched. */
    sought: string
    meets_at: ColumnType<Date | null, string | null, string>
    proposed_at: Timestamp
    updated_at: Timestamp
    version: number
  }
  consultation_agencies: { agency: string; proposed_at: Timestamp; consultation_id: string }
}

/**
 * Consultations 会商 as rows. What a row holds, every agency named for it has read: in the proposal, in its invitation,
 * in an inquiry, or in open fields.
 */
export const consultationView: View<JointDb> = {
  name: 'consultations',
  tables: ['consultations', 'consultation_agencies'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith('consultation/')) return
    const event = { type: envelope.type, data: envelope.data } as ConsultEvent
    const id = envelope.subject.slice('consultation/'.length)
    if (event.type === 'consult.proposed.v1') await add(db, id, event.data, envelope)
    else await change(db, id, event, envelope)
    await name(db, id, envelope)
  }
}

/** Full and half width, case, spaces and punctuation make no difference to a search. */
const soughtIn = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

async function add(db: Kysely<JointDb>, id: string, proposal: Proposal, { time, streamversion }: Envelope) {
  const { caseNumber = null, proposer, secretKind, question } = proposal
  await db
    .insertInto('consultations')
    .values({
      id,
      case_number: caseNumber,
      proposer,
      secret_kind: secretKind,
      status: 'proposed',
      question,
      sought: soughtIn(question),
      meets_at: null,
      proposed_at: time,
      updated_at: time,
      version: streamversion
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

async function change(db: Kysely<JointDb>, id: string, event: ConsultEvent, { time, streamversion }: Envelope) {
  // Materials may follow when the meeting has been called: then it stays called.
  const more = event.type === 'consult.materials-ready.v1' && {
    status: sql<ConsultationStatus>`case when status = 'accepted' then 'materials-ready' else status end`
  }
  await db
    .updateTable('consultations')
    .set({ ...changed(event), ...more, updated_at: time, version: streamversion })
    .where('id', '=', id)
    .where('version', '<', streamversion)
    .execute()
}

/** Whoever was told of an event may see the row. */
async function name(db: Kysely<JointDb>, id: string, { audience }: Envelope) {
  const agencies = parseAudience(audience).map(({ agency }) => agency)
  await sql`
    insert into consultation_agencies (agency, proposed_at, consultation_id)
    select agency, proposed_at, id from consultations, unnest(${agencies}::text[]) as agency where id = ${id}
    on conflict do nothing`.execute(db)
}

function changed(event: ConsultEvent): { status?: ConsultationStatus; meets_at?: string } {
  switch (event.type) {
    case 'consult.accepted.v1':
      return { status: 'accepted' }
    case 'consult.declined.v1':
      return { status: 'declined' }
    case 'consult.convened.v1':
      return { status: 'convened', meets_at: event.data.meetsAt }
    case 'consult.held.v1':
      return { status: 'held' }
    case 'consult.minutes-drafted.v1':
      return { status: 'minutes-drafted' }
    case 'consult.minutes-signed.v1':
      return { status: 'minutes-signed' }
    case 'consult.closed.v1':
      return { status: 'closed' }
    case 'consult.materials-ready.v1':
    case 'consult.proposed.v1':
    case 'consult.invited.v1':
    case 'consult.invitation-answered.v1':
    case 'consult.opinion-drafted.v1':
    case 'consult.opinion-given.v1':
    case 'consult.expert-engaged.v1':
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
  readonly after?: { readonly proposedAt: string; readonly id: string } | undefined
  readonly limit: number
}

/** Consultations that the agency learned of, newest first; one more than `limit` when there are more. */
export async function listConsultations(db: Kysely<JointDb>, filter: ConsultationFilter) {
  const { agency, sought, status, caseNumber, secretKind, after, limit } = filter
  let query = db
    .selectFrom('consultation_agencies as mine')
    .innerJoin('consultations as c', 'c.id', 'mine.consultation_id')
    .selectAll('c')
    .where('mine.agency', '=', agency)
  if (sought !== undefined) query = query.where(sql<boolean>`position(${soughtIn(sought)} in c.sought) > 0`)
  if (status) query = query.where('c.status', '=', status)
  if (caseNumber !== undefined) query = query.where('c.case_number', '=', caseNumber)
  if (secretKind) query = query.where('c.secret_kind', '=', secretKind)
  if (after) {
    query = query.where(({ eb, refTuple, tuple, cast }) =>
      eb(
        refTuple('mine.proposed_at', 'mine.consultation_id'),
        '<',
        tuple(cast<Date>(eb.val(after.proposedAt), 'timestamptz'), cast<string>(eb.val(after.id), 'uuid'))
      )
    )
  }
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
