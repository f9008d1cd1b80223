import { type Envelope, type Ground, type InfoEvent, parseAudience } from '@wuhu/contracts'
import type { View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import { type NoticeKind, noticeKinds } from '../domain/notice.ts'
import type { InfoDb } from '../tables.ts'

export interface NoticeTables {
  notices: {
    id: string
    kind: NoticeKind
    publisher: string
    title: string
    case_number: string | null
    published_at: ColumnType<Date, string, string>
    version: number
    body: Buffer
  }
  notice_recipients: {
    notice: string
    agency: string
    ground: Ground
    signed_at: ColumnType<Date | null, string | null, string | null>
  }
}

const kindOf = new Map<string, NoticeKind>(
  Object.entries(noticeKinds).map(([kind, type]) => [type, kind as NoticeKind])
)

/** Published information and who signed for it, as rows. The recipients are the audience that it was published to. */
export const noticeView: View<InfoDb> = {
  name: 'notices',
  tables: ['notices', 'notice_recipients'],
  async apply(db, envelope) {
    if (!envelope.type.startsWith('info.')) return
    const id = envelope.subject.slice('notice/'.length)
    const event = { type: envelope.type, data: envelope.data } as InfoEvent
    if (event.type === 'info.receipt-signed.v1') await sign(db, id, event.data.agency, envelope)
    else await publish(db, id, event, envelope)
  }
}

async function publish(
  db: Kysely<InfoDb>,
  id: string,
  event: Exclude<InfoEvent, { type: 'info.receipt-signed.v1' }>,
  envelope: Envelope
) {
  const kind = kindOf.get(event.type)
  if (!kind) throw new TypeError(`${event.type} is no kind of notice`)
  const { publisher, title } = event.data
  await db
    .insertInto('notices')
    .values({
      id,
      kind,
      publisher,
      title,
      case_number: envelope.casenumber ?? null,
      published_at: envelope.time,
      version: envelope.streamversion,
      body: Buffer.from(JSON.stringify(envelope))
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const recipients = parseAudience(envelope.audience).filter(({ agency }) => agency !== publisher)
  if (recipients.length === 0) return
  await db
    .insertInto('notice_recipients')
    .values(recipients.map(({ agency, ground }) => ({ notice: id, agency, ground, signed_at: null })))
    .onConflict((conflict) => conflict.columns(['notice', 'agency']).doNothing())
    .execute()
}

async function sign(db: Kysely<InfoDb>, id: string, agency: string, { time, streamversion }: Envelope) {
  await db
    .updateTable('notice_recipients')
    .set({ signed_at: time })
    .where('notice', '=', id)
    .where('agency', '=', agency)
    .execute()
  await db
    .updateTable('notices')
    .set({ version: streamversion })
    .where('id', '=', id)
    .where('version', '<', streamversion)
    .execute()
}

/** The ground on which an agency received a notice; undefined when it did not. */
export async function recipientGround(db: Kysely<InfoDb>, id: string, agency: string): Promise<Ground | undefined> {
  const row = await db
    .selectFrom('notice_recipients')
    .select('ground')
    .where('notice', '=', id)
    .where('agency', '=', agency)
    .executeTakeFirst()
  return row?.ground
}

/** A notice with its recipients; undefined unless the agency published or received it. */
export async function loadNotice(db: Kysely<InfoDb>, id: string, agency: string) {
  const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const recipients = await db
    .selectFrom('notice_recipients')
    .selectAll()
    .where('notice', '=', id)
    .orderBy('agency')
    .execute()
  const ground = row.publisher === agency ? 'publisher' : recipients.find((one) => one.agency === agency)?.ground
  return ground && { ...row, recipients, ground, envelope: JSON.parse(row.body.toString('utf8')) as Envelope }
}

export interface NoticeFilter {
  readonly agency: string
  readonly kind?: NoticeKind | undefined
  readonly publisher?: string | undefined
  readonly caseNumber?: string | undefined
  /** Signed for by the agency itself. */
  readonly signed?: boolean | undefined
  /** Newest first, below this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Notices that the agency published or received, newest first; one more than `limit` when there are more. */
export async function listNotices(db: Kysely<InfoDb>, filter: NoticeFilter) {
  const { agency, kind, publisher, caseNumber, signed, after, limit } = filter
  let query = db
    .selectFrom('notices as n')
    .leftJoin('notice_recipients as r', (join) => join.onRef('r.notice', '=', 'n.id').on('r.agency', '=', agency))
    .select(['n.id', 'n.kind', 'n.publisher', 'n.title', 'n.case_number', 'n.published_at', 'r.signed_at'])
    .where((eb) => eb.or([eb('n.publisher', '=', agency), eb('r.agency', '=', agency)]))
  if (kind) query = query.where('n.kind', '=', kind)
  if (publisher) query = query.where('n.publisher', '=', publisher)
  if (caseNumber) query = query.where('n.case_number', '=', caseNumber)
  if (signed !== undefined) {
    query = query.where('r.agency', '=', agency).where('r.signed_at', signed ? 'is not' : 'is', null)
  }
  if (after) query = query.where('n.id', '<', after)
  return await query
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .execute()
}
