import { type CaseEvent, type Envelope, type Ground, parseAudience } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { InfoDb } from '../tables.ts'

export interface TimelineTables {
  case_timeline: {
    stream_id: string
    version: number
    case_number: string
    /** When it happened; never before what went before it in its own stream. */
    at: ColumnType<Date, string, string>
    type: string
    /** Ground by agency: the audience as it was when the event happened. */
    grounds: ColumnType<Record<string, Ground>, string, string>
    body: Buffer
  }
}

/** All that happened to a case, in whichever service. */
export const timelineView: View<InfoDb> = {
  name: 'timeline',
  tables: ['case_timeline'],
  async apply(db, event) {
    await addToTimeline(db, [event])
  },
  applyAll: addToTimeline,
  applyMany: addToTimeline
}

/**
 * Adds the events, each stream's in order, that belong to a case; others are ignored, and so are repetitions.
 * `bodies`: their bytes, where they are at hand.
 */
export async function addToTimeline(
  db: Kysely<InfoDb>,
  events: readonly Envelope[],
  bodies?: readonly Uint8Array[]
): Promise<void> {
  const rows = events.flatMap((event, index) => {
    if (event.casenumber === undefined) return []
    const grounds = Object.fromEntries(parseAudience(event.audience).map(({ agency, ground }) => [agency, ground]))
    return [{ event, grounds: JSON.stringify(grounds), body: Buffer.from(bodies?.[index] ?? JSON.stringify(event)) }]
  })
  if (rows.length === 0) return
  await sql`
    insert into case_timeline (stream_id, version, case_number, at, type, grounds, body)
    select stream_id, version, case_number,
      greatest(max(at) over (partition by stream_id order by version), (
        select max(at) from case_timeline as before
        where before.stream_id = new.stream_id and before.version < new.version
      )), type, grounds, body
    from unnest(
      ${rows.map(({ event }) => event.subject)}::text[],
      ${rows.map(({ event }) => event.streamversion)}::int[],
      ${rows.map(({ event }) => event.casenumber)}::text[],
      ${rows.map(({ event }) => event.time)}::timestamptz[],
      ${rows.map(({ event }) => event.type)}::text[],
      ${rows.map(({ grounds }) => grounds)}::jsonb[],
      ${rows.map(({ body }) => body)}::bytea[]
    ) as new (stream_id, version, case_number, at, type, grounds, body)
    on conflict do nothing`.execute(db)
}

/** A place in a timeline. */
export interface Place {
  readonly at: string
  readonly stream: string
  readonly version: number
}

export interface TimelineEntry {
  readonly event: Envelope
  /** On what ground the viewer sees it. */
  readonly ground: Ground
  readonly place: Place
}

interface Row {
  stream_id: string
  version: number
  at: string
  own: Ground | null
  granted: Ground | null
  body: Buffer
}

/**
 * What an agency may see of a case, in the order in which it happened: events whose audience it was in, and, where a
 * party was let in with history, what had happened before as far as the agency that let it in could see. For an agency
 * that is no party, information for the whole conference does not count: it tells of no part in the case.
 * One more than `limit` when there are more.
 */
export async function readTimeline(
  db: Kysely<InfoDb>,
  options: {
    caseNumber: string
    agency: string
    after?: Place | undefined
    limit: number
    type?: CaseEvent['type']
    /** The one event with this id. */
    event?: string
  }
): Promise<TimelineEntry[]> {
  const { caseNumber, agency, after, limit, type, event } = options
  const alone = event === undefined ? sql`` : sql`and convert_from(t.body, 'UTF8')::jsonb ->> 'id' = ${event}`
  const only = type === undefined ? sql`` : sql`and t.type = ${type}`
  const rest = after
    ? sql`and ${beyond(['t.at', 't.stream_id', 't.version'], '>', [after.at, after.stream, after.version])}`
    : sql``
  const { rows } = await sql<Row>`
    select * from (
      select t.stream_id, t.version, t.at::text as at, t.body, t.at as happened,
        case when p.agency is not null or t.grounds ->> ${agency} <> 'conference' then t.grounds ->> ${agency} end as own,
        case when t.at <= p.since then t.grounds ->> p.history_by end as granted
      from case_timeline t
      left join case_parties p on p.case_number = t.case_number and p.agency = ${agency}
      where t.case_number = ${caseNumber} ${rest} ${only} ${alone}
    ) seen
    where own is not null or granted is not null
    order by happened, stream_id, version limit ${limit + 1}`.execute(db)
  return rows.map(({ stream_id, version, at, own, granted, body }) => ({
    event: JSON.parse(body.toString('utf8')) as Envelope,
    ground: own ?? inherited(granted),
    place: { at, stream: stream_id, version }
  }))
}

/** Whoever was let in sees no more than the agency that let it in, and at most what a party sees. */
function inherited(ground: Ground | null): Ground {
  return ground === 'statutory-copy' || ground === 'conference' ? ground : 'party'
}
