import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen } from '@wuhu/access'
import { AgencyCode, beijingTime, CaseSourceNumber, UuidV7 } from '@wuhu/contracts'
import { decodeCursor, defineQuery, encodeCursor, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { unknownNotice } from '../commands/notices.ts'
import { type NoticeKind, noticeKinds } from '../domain/notice.ts'
import { listNotices, loadNotice } from '../views/notices.ts'

const strict = { additionalProperties: false }
const kind = Type.Union(
  (Object.keys(noticeKinds) as NoticeKind[]).map((name) => Type.Literal(name)),
  { description: '信息发布、处罚公示、裁判信息、法规政策' }
)
const summary = {
  id: UuidV7(),
  kind,
  publisher: AgencyCode(),
  title: Type.String(),
  caseNumber: Type.Optional(CaseSourceNumber()),
  publishedAt: Type.String()
}
const signedAt = Type.Optional(Type.String({ description: '签收时间' }))
const place = Type.Object({ id: Type.String() })

/** Published information 信息互通 as its publisher and its recipients see it. */
export function noticeQueries({ store }: Deps): QueryDefinition[] {
  const list = defineQuery({
    name: 'notice.list',
    path: '/v1/notices',
    action: 'notice.read',
    tag: 'notices',
    title: { zh: '本单位发布和收到的信息', en: 'Information published or received' },
    query: Type.Object(
      {
        kind: Type.Optional(kind),
        publisher: Type.Optional(AgencyCode()),
        caseNumber: Type.Optional(CaseSourceNumber()),
        signed: Type.Optional(Type.Boolean({ description: '本单位是否已签收' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
      },
      strict
    ),
    answer: Type.Object(
      { items: Type.Array(Type.Object({ ...summary, signedAt }, strict)), next: Type.Optional(Type.String()) },
      strict
    ),
    async execute(call) {
      const { after, limit = 50, ...filter } = call.query
      const below = after === undefined ? undefined : decodeCursor('notices', place, after).id
      const { agency } = call.caller
      const rows = await store.as(agency, async (reading) => {
        const rows = await listNotices(reading.db, { ...filter, agency, after: below, limit })
        const ofCases = rows.slice(0, limit).filter((row) => row.case_number !== null)
        const classes = ['open'] as const
        recordShown(
          reading,
          readerBy(call),
          ofCases.map((row) => ({ ...shownOf(row), classes }))
        )
        return rows
      })
      const items = rows.slice(0, limit).map((row) => ({
        ...toSummary(row),
        ...(row.signed_at && { signedAt: beijingTime(row.signed_at) })
      }))
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const next = last && encodeCursor('notices', { id: last.id })
      return { body: { items, ...(next && { next }) }, ...(next && { next }) }
    }
  })

  const one = defineQuery({
    name: 'notice.get',
    path: '/v1/notices/:id',
    action: 'notice.read',
    tag: 'notices',
    title: { zh: '一条信息', en: 'A piece of information' },
    description: {
      zh: '发布单位可见各收件单位的签收情况；收件单位只见本单位的签收时间。',
      en: 'Its publisher sees who signed for it; a recipient sees its own signature only.'
    },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object(
      {
        ...summary,
        version: Type.Integer(),
        event: Type.Any(),
        signedAt,
        recipients: Type.Optional(Type.Array(Type.Object({ agency: AgencyCode(), signedAt }, strict)))
      },
      strict
    ),
    async execute(call) {
      const { agency } = call.caller
      const found = await store.as(agency, async (reading) => {
        const found = await loadNotice(reading.db, call.params.id, agency)
        if (found && found.case_number !== null) {
          const classes = classesShown(found.envelope.type, { agency, ground: found.ground })
          recordShown(reading, readerBy(call), [{ ...shownOf(found), classes }])
        }
        return found
      })
      if (!found) throw unknownNotice()
      const { envelope, ground, recipients, version } = found
      const receipts = recipients.map((one) => ({
        agency: one.agency,
        ...(one.signed_at && { signedAt: beijingTime(one.signed_at) })
      }))
      const own = receipts.find((one) => one.agency === agency)?.signedAt
      const body = {
        ...toSummary(found),
        version,
        event: seen(envelope, agency, ground),
        ...(own !== undefined && { signedAt: own }),
        ...(ground === 'publisher' && { recipients: receipts })
      }
      return { body, version }
    }
  })

  return [list, one]
}

/** Information that names no case tells of none, and its readings are not kept. */
const shownOf = ({ id, case_number }: Pick<NoticeRow, 'id' | 'case_number'>) => ({
  caseNumber: case_number,
  subject: `notice/${id}`
})

interface NoticeRow {
  id: string
  kind: NoticeKind
  publisher: string
  title: string
  case_number: string | null
  published_at: Date
}

const toSummary = ({ id, kind, publisher, title, case_number, published_at }: NoticeRow) => ({
  id,
  kind,
  publisher,
  title,
  ...(case_number !== null && { caseNumber: case_number }),
  publishedAt: beijingTime(published_at)
})
