import type { ClueEvent, Envelope } from '@wuhu/contracts'
import { readEvents, type View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import { type ClueState, type ClueStatus, evolveClue, noClue, senders } from '../domain/clue-state.ts'
import type { InfoDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>
type Received = Extract<ClueEvent, { type: 'clue.received.v1' }>['data']

export interface ClueTables {
  clues: {
    id: string
    version: number
    status: ClueStatus
    case_number: string | null
    channel: Received['channel']
    alleged_act: Received['allegedAct']
    secret_kind: 'technical' | 'business' | null
    place: string | null
    title: string
    intake: string
    assignee: string | null
    received_at: Timestamp
    due_at: ColumnType<Date | null, string | null, string | null>
    updated_at: Timestamp
    /** Agencies that may see it now, besides the office. */
    parties: ColumnType<string[], string, string>
    state: ColumnType<ClueState, string, string>
  }
}

/** Leads as rows. The rows follow the decider's own state, so that list and rules never disagree. */
export const clueView: View<InfoDb> = {
  name: 'clues',
  tables: ['clues'],
  async apply(db, envelope) {
    if (!envelope.type.startsWith('clue.')) return
    const id = envelope.subject.slice('clue/'.length)
    const event = { type: envelope.type, data: envelope.data } as ClueEvent
    if (event.type === 'clue.received.v1') await add(db, id, event, envelope)
    else await advance(db, id, [event], envelope)
  },
  async applyAll(db, envelopes) {
    const [first] = envelopes
    const last = envelopes.at(-1)
    if (!first?.type.startsWith('clue.') || !last) return
    const id = first.subject.slice('clue/'.length)
    const [received, ...events] = envelopes.map(({ type, data }) => ({ type, data }) as ClueEvent)
    if (received?.type === 'clue.received.v1') await add(db, id, received, last, events)
    else if (received) await advance(db, id, [received, ...events], last)
  }
}

async function add(
  db: Kysely<InfoDb>,
  id: string,
  event: Extract<ClueEvent, { type: 'clue.received.v1' }>,
  last: Envelope,
  more: readonly ClueEvent[] = []
) {
  const { channel, allegedAct, secretKind = null, place = null, title, intake, receivedAt } = event.data
  await db
    .insertInto('clues')
    .values({
      id,
      channel,
      alleged_act: allegedAct,
      secret_kind: secretKind,
      place,
      title,
      intake,
      received_at: receivedAt,
      ...columnsOf([event, ...more].reduce(evolveClue, noClue), last)
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

async function advance(db: Kysely<InfoDb>, id: string, events: readonly ClueEvent[], last: Envelope) {
  const row = await db
    .selectFrom('clues')
    .select('state')
    .where('id', '=', id)
    .where('version', '<', last.streamversion)
    .executeTakeFirst()
  if (!row) return
  await db
    .updateTable('clues')
    .set(columnsOf(events.reduce(evolveClue, row.state), last))
    .where('id', '=', id)
    .execute()
}

function columnsOf(state: ClueState, { streamversion, time }: Envelope) {
  const parties = new Set(
    [...senders(state), state.assignee, state.referredTo].filter((agency) => agency !== undefined)
  )
  return {
    version: streamversion,
    status: state.status as ClueStatus,
    case_number: state.caseNumber ?? null,
    assignee: state.assignee ?? null,
    due_at: state.dueAt ?? null,
    updated_at: time,
    parties: JSON.stringify([...parties]),
    state: JSON.stringify(state)
  }
}

export interface ClueFilter {
  readonly agency: string
  /** Whether the agency runs the office, which sees every lead but drafts of others. */
  readonly office: boolean
  readonly status?: ClueStatus | undefined
  readonly assignedTo?: string | undefined
  readonly caseNumber?: string | undefined
  readonly channel?: Received['channel'] | undefined
  /** RFC 3339 instants: from inclusive, to exclusive. */
  readonly receivedFrom?: string | undefined
  readonly receivedTo?: string | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Leads that the agency may see now, newest first; one more than `limit` when there are more. */
export async function listClues(db: Kysely<InfoDb>, filter: ClueFilter) {
  const { agency, office, status, assignedTo, caseNumber, channel, receivedFrom, receivedTo, after, limit } = filter
  const party = sql<boolean>`parties @> ${JSON.stringify([agency])}::jsonb`
  let query = db.selectFrom('clues').selectAll()
  query = office ? query.where((eb) => eb.or([party, eb('status', '<>', 'draft')])) : query.where(party)
  if (status) query = query.where('status', '=', status)
  if (assignedTo) query = query.where('assignee', '=', assignedTo)
  if (caseNumber) query = query.where('case_number', '=', caseNumber)
  if (channel) query = query.where('channel', '=', channel)
  if (receivedFrom) query = query.where(sql<boolean>`received_at >= ${receivedFrom}::timestamptz`)
  if (receivedTo) query = query.where(sql<boolean>`received_at < ${receivedTo}::timestamptz`)
  if (after) query = query.where('id', '<', after)
  return await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** All events of a lead, in order; empty when there is none. */
export const readClue = (db: Kysely<InfoDb>, id: string): Promise<Envelope[]> => readEvents(db, `clue/${id}`)

/** The leads of a case, as they are now. */
export async function cluesOfCase(db: Kysely<InfoDb>, caseNumber: string): Promise<{ id: string; state: ClueState }[]> {
  return await db
    .selectFrom('clues')
    .select(['id', 'state'])
    .where('case_number', '=', caseNumber)
    .orderBy('id')
    .execute()
}
