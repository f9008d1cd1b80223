import { type DeadlineEvent, type Envelope, parseActor, parseAudience } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import { sentAssistance } from '../sent/sent-assistance.ts'
import { sentClue } from '../sent/sent-clue.ts'
import { sentConsultation } from '../sent/sent-consultation.ts'
import { type SentFollower, type SentKind, type SentThing, sentKinds } from '../sent/sent-thing.ts'
import { sentTransfer } from '../sent/sent-transfer.ts'
import type { InfoDb } from '../tables.ts'

type Timestamp = ColumnType<Date, string, string>

export interface SentTables {
  /** What the followers remember of each thing. */
  sent_things: { kind: SentKind; id: string; version: number; memory: ColumnType<unknown, string, string> }
  sent: {
    sender: string
    kind: SentKind
    id: string
    case_number: string | null
    title: string
    status: string
    holder: ColumnType<SentThing['holder'] | null, string | null, string | null>
    outcome: string | null
    open: boolean
    sent_at: Timestamp
    updated_at: Timestamp
    version: number
  }
  sent_deadlines: {
    id: string
    about: string
    rule: string
    due_at: ColumnType<Date | null, string | null, string | null>
    running: boolean
    /** Whose clock it is. */
    holder: string
    /** Whoever was told how it stands. */
    told: string[]
    version: number
  }
}

/** Each follower reads back only what it wrote itself. */
const blind = <Memory>(follower: SentFollower<Memory>) => follower as unknown as SentFollower<unknown>

export const sentFollowers: Readonly<Record<SentKind, SentFollower<unknown>>> = {
  clue: blind(sentClue),
  assistance: blind(sentAssistance),
  transfer: blind(sentTransfer),
  consultation: blind(sentConsultation)
}
const byAggregate = new Map(Object.values(sentFollowers).map((follower) => [follower.aggregate, follower]))

/** Where things stand that agencies sent 发出事项: own events in their transaction, other services' by their handler. */
export const sentView: View<InfoDb> = {
  name: 'sent',
  tables: ['sent_things', 'sent', 'sent_deadlines'],
  apply: (db, event) => applySent(db, [event]),
  applyAll: applySent,
  async applyMany(db, events) {
    const streams = Map.groupBy(events, ({ subject }) => (subject.startsWith('deadline/') ? 'deadline/' : subject))
    for (const stream of streams.values()) await applySent(db, stream)
  }
}

/** Events of one thing, in order, or of any deadlines. Repeating them changes nothing. */
export async function applySent(db: Kysely<InfoDb>, events: readonly Envelope[]): Promise<void> {
  const [aggregate = ''] = events[0]?.type.split('.') ?? []
  if (aggregate === 'deadline') return applyDeadlines(db, events)
  const follower = byAggregate.get(aggregate)
  if (follower) await applyThing(db, follower, events)
}

async function applyThing(db: Kysely<InfoDb>, follower: SentFollower<unknown>, events: readonly Envelope[]) {
  const [first] = events
  const last = events.at(-1)
  const id = first?.subject.split('/')[1]
  const { kind } = follower
  // A text that was quarantined is no thing that anybody sent, and neither is a draft.
  if (!first || !last || id === undefined || !first.subject.startsWith(`${kind}/`)) return
  const known =
    first.streamversion === 1
      ? undefined
      : await db
          .selectFrom('sent_things')
          .select(['memory', 'version'])
          .where('kind', '=', kind)
          .where('id', '=', id)
          .executeTakeFirst()
  const fresh = events.filter(({ streamversion }) => streamversion > (known?.version ?? 0))
  let memory: unknown = known?.memory
  const rows: object[] = []
  for (const event of fresh) {
    memory = follower.follow(memory, event, parseActor(event.actor).agency)
    if (memory === undefined) return
    rows.push(...rowsOf(follower.show(memory), event))
  }
  if (memory === undefined || fresh.length === 0) return
  await sql`
    with remembered as (
      insert into sent_things (kind, id, version, memory)
      values (${kind}, ${id}, ${last.streamversion}, ${JSON.stringify(memory)}::jsonb)
      on conflict (kind, id) do update set version = excluded.version, memory = excluded.memory
      where sent_things.version < excluded.version
    )
    insert into sent
    select distinct on (sender)
      sender, ${kind}, ${id}, case_number, title, status, holder, outcome, open, at, at, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (
      sender text, case_number text, title text, status text, holder jsonb, outcome text, open boolean,
      at timestamptz, version int)
    order by sender, version desc
    on conflict (sender, id, kind) do update set
      case_number = excluded.case_number, title = excluded.title, status = excluded.status, holder = excluded.holder,
      outcome = excluded.outcome, open = excluded.open, updated_at = excluded.updated_at, version = excluded.version
    where sent.version < excluded.version`.execute(db)
}

/** A sender learns from its list what it was told, and nothing that it was not. */
function rowsOf(thing: SentThing, { audience, time, streamversion }: Envelope): object[] {
  const told = parseAudience(audience).map(({ agency }) => agency)
  const { senders, caseNumber = null, title, status, holder = null, outcome = null, open } = thing
  return senders
    .filter((sender) => told.includes(sender))
    .map((sender) => ({
      ...{ sender, case_number: caseNumber, title, status, holder, outcome, open, at: time, version: streamversion }
    }))
}

async function applyDeadlines(db: Kysely<InfoDb>, events: readonly Envelope[]): Promise<void> {
  const rows = new Map<string, object>()
  for (const { type, data, subject, audience, streamversion: version } of events) {
    const event = { type, data } as DeadlineEvent
    const { of: about, rule, holder } = event.data
    const [kind = ''] = about.split('/')
    // A reminder moves nothing.
    if (!(sentKinds as readonly string[]).includes(kind) || event.type === 'deadline.warned.v1') continue
    const over = event.type === 'deadline.met.v1' || event.type === 'deadline.cancelled.v1'
    const dueAt = !over && 'dueAt' in event.data ? event.data.dueAt : null
    const told = parseAudience(audience).map(({ agency }) => agency)
    const clock = { id: subject.slice('deadline/'.length), about, rule, holder }
    rows.set(subject, { ...clock, due_at: dueAt, running: !over, told, version })
  }
  if (rows.size === 0) return
  await sql`
    insert into sent_deadlines (id, about, rule, due_at, running, holder, told, version)
    select id, about, rule, due_at, running, holder, array(select jsonb_array_elements_text(told)), version
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as new (
      id text, about text, rule text, due_at timestamptz, running boolean, holder text, told jsonb, version int)
    on conflict (id) do update set
      due_at = excluded.due_at, running = excluded.running, told = excluded.told, version = excluded.version
    where sent_deadlines.version < excluded.version`.execute(db)
}

export interface SentFilter {
  readonly sender: string
  readonly kind?: SentKind | undefined
  readonly open?: boolean | undefined
  readonly caseNumber?: string | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * What the agency sent, newest first, each with the earliest running deadline of whoever has it now, as far as the sender
 * was told; one more than `limit` when there are more.
 */
export async function listSent(db: Kysely<InfoDb>, { sender, kind, open, caseNumber, after, limit }: SentFilter) {
  let query = db
    .selectFrom('sent as s')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('sent_deadlines as d')
          .select(['d.rule', 'd.due_at'])
          .where('d.running', '=', true)
          .where('d.about', '=', sql<string>`s.kind || '/' || s.id`)
          .where('d.due_at', 'is not', null)
          .where(sql<boolean>`s.sender = any (d.told)`)
          .where(
            sql<boolean>`case when s.holder ? 'office'
              then d.holder in (select code from directory_agencies where office)
              else d.holder = s.holder ->> 'agency' end`
          )
          .orderBy('d.due_at')
          .limit(1)
          .as('next'),
      (join) => join.onTrue()
    )
    .selectAll('s')
    .select(['next.rule', 'next.due_at'])
    .where('s.sender', '=', sender)
  if (kind !== undefined) query = query.where('s.kind', '=', kind)
  if (open !== undefined) query = query.where('s.open', '=', open)
  if (caseNumber !== undefined) query = query.where('s.case_number', '=', caseNumber)
  if (after !== undefined) query = query.where('s.id', '<', after)
  return await query
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
}
