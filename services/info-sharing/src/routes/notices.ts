import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen } from '@wuhu/access'
import { AgencyCode, beijingTime, CaseSourceNumber, UuidV7 } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition, readerBy } from '@wuhu/host'
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
const pages = pagesById('notices')

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
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(Type.Object({ ...summary, signedAt }, strict)),
    async execute(call) {
      const { after, limit = 50, ...filter } = call.query
      const { agency } = call.caller
      const asked = { ...filter, agency, after: pages.from(after)?.id, limit }
      const { rows, next } = await store.as(agency, async (reading) => {
        const page = pages.cut(await listNotices(reading.db, asked), limit)
        const ofCases = page.rows.filter((row) => row.case_number !== null)
        const classes = ['open'] as const
        recordShown(
          reading,
          readerBy(call),
          ofCases.map((row) => ({ ...shownOf(row), classes }))
        )
        return page
      })
      const items = rows.map((row) => ({
        ...toSummary(row),
        ...(row.signed_at && { signedAt: beijingTime(row.signed_at) })
      }))
      return answerPage(items, next)
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
