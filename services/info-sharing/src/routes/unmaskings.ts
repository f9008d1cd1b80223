import { Type } from '@sinclair/typebox'
import { type Caller, recordShown, valueAt } from '@wuhu/access'
import { beijingTime, recordUnmasked, UuidV7 } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { unknownUnmasking } from '../commands/unmaskings.ts'
import { readTimeline } from '../views/timeline.ts'
import { listUnmaskings, loadUnmasking } from '../views/unmaskings.ts'

const strict = { additionalProperties: false }
const { caseNumber, event, eventType, fields, class: strictest, person, reason } = recordUnmasked.data.properties
const status = Type.Union([Type.Literal('requested'), Type.Literal('granted'), Type.Literal('refused')])
const item = {
  id: UuidV7(),
  version: Type.Integer(),
  status,
  ...{ caseNumber, event, eventType, fields, class: strictest, person, reason },
  askedAt: Type.String(),
  until: Type.Optional(Type.String({ description: '可查看至' })),
  approver: Type.Optional(Type.String({ description: '第二人' }))
}
const pages = pagesById('unmaskings')

/** What an agency asked to see unmasked, and for a while the clear fields. */
export function unmaskingQueries({ store, now }: Pick<Deps, 'store' | 'now'>): QueryDefinition[] {
  const list = defineQuery({
    name: 'record.unmaskings',
    path: '/v1/unmaskings',
    action: 'record.unmask',
    tag: 'unmaskings',
    title: { zh: '本单位的脱敏内容查看申请', en: "The agency's requests to see masked fields" },
    query: Type.Object(
      {
        status: Type.Optional(status),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(Type.Object(item, strict)),
    async execute({ caller: { agency }, query: { status, limit = 50, after } }) {
      const asked = { agency, status, after: pages.from(after)?.id, limit }
      const found = await store.as(agency, ({ db }) => listUnmaskings(db, asked))
      const { rows, next } = pages.cut(found, limit)
      return answerPage(rows.map(toItem), next)
    }
  })

  const one = defineQuery({
    name: 'record.unmasking',
    path: '/v1/unmaskings/:id',
    action: 'record.unmask',
    tag: 'unmaskings',
    title: { zh: '查看脱敏内容', en: 'See the clear fields' },
    description: {
      zh: '期限内由申请人查看，每次查看均有记录；本单位其他人员只见申请本身。',
      en: 'For the one who asked, while it lasts; each look is on record. Others of the agency see the request only.'
    },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object(
      { ...item, values: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: '字段原值' })) },
      strict
    ),
    async execute(call) {
      const { agency } = call.caller
      const { row, values } = await store.as(agency, async (reading) => {
        const row = await loadUnmasking(reading.db, call.params.id, agency)
        if (!row) throw unknownUnmasking()
        const open = row.status === 'granted' && row.until !== null && row.until.getTime() > Date.parse(now())
        if (!open || !isAsker(call.caller, row.person)) return { row, values: undefined }
        const seeing = { caseNumber: row.case_number, agency, event: row.event, limit: 1 }
        const [found] = await readTimeline(reading.db, seeing)
        if (!found) throw unknownUnmasking()
        const shown = { caseNumber: row.case_number, subject: found.event.subject, classes: [row.class] }
        recordShown(reading, { ...readerBy(call), channel: 'unmasking' }, [shown])
        return { row, values: Object.fromEntries(row.fields.map((field) => [field, valueAt(found.event.data, field)])) }
      })
      return { body: { ...toItem(row), ...(values && { values }) }, version: row.version }
    }
  })

  return [list, one]
}

/** The officer who asked, or the agency's own system, which asked for somebody. */
const isAsker = ({ person }: Pick<Caller, 'person'>, asker: string | null) => person === undefined || person === asker

type Row = NonNullable<Awaited<ReturnType<typeof loadUnmasking>>>

const toItem = ({ id, version, status, fields, class: strictest, reason, ...row }: Row) => ({
  ...{ id, version, status, fields, class: strictest, reason },
  caseNumber: row.case_number,
  event: row.event,
  eventType: row.event_type,
  ...(row.person !== null && { person: row.person }),
  askedAt: beijingTime(row.asked_at),
  ...(row.until !== null && { until: beijingTime(row.until) }),
  ...(row.approver !== null && { approver: row.approver })
})
