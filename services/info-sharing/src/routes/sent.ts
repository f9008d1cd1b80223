import { Type } from '@sinclair/typebox'
import { recordShown } from '@wuhu/access'
import { AgencyCode, beijingTime, CaseSourceNumber, type Title, UuidV7 } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition, readerBy } from '@wuhu/host'
import { together } from '@wuhu/store'
import { type Deps, offices } from '../commands/context.ts'
import { sentOutcomes } from '../sent/sent-outcomes.ts'
import { sentKinds } from '../sent/sent-thing.ts'
import { listSent, sentFollowers } from '../views/sent.ts'

const strict = { additionalProperties: false }
const kind = Type.Union(
  sentKinds.map((one) => Type.Literal(one)),
  { description: '种类：clue 线索、assistance 协查、transfer 移送、consultation 会商' }
)
const inWords = { zh: Type.String(), en: Type.String() }
const holder = Type.Object(
  {
    agency: Type.Optional(AgencyCode('单位')),
    name: Type.Optional(Type.String({ description: '机制外单位名称' })),
    office: Type.Optional(Type.Boolean({ description: '由联席会议办公室办理' }))
  },
  { ...strict, description: '现由谁办理' }
)
const item = Type.Object(
  {
    kind,
    id: UuidV7(),
    caseNumber: Type.Optional(CaseSourceNumber()),
    title: Type.String(),
    open: Type.Boolean({ description: '是否尚未办结' }),
    state: Type.Object({ code: Type.String(), ...inWords }, { ...strict, description: '现处状态' }),
    next: Type.Optional(Type.Object(inWords, { ...strict, description: '下一步' })),
    holder: Type.Optional(holder),
    until: Type.Optional(Type.String({ description: '最先到期的时限' })),
    rule: Type.Optional(Type.String({ description: '时限规则编号，见 /v1/time-limits' })),
    overdue: Type.Boolean({ description: '是否已逾期' }),
    outcome: Type.Optional(Type.Object({ code: Type.String(), ...inWords }, { ...strict, description: '结果' })),
    sentAt: Type.String(),
    updatedAt: Type.String()
  },
  strict
)
const pages = pagesById('sent')

/** 发出事项: where that stands which the agency sent, who has it and until when, without asking anybody. */
export function sentQuery({ store, now }: Pick<Deps, 'store' | 'now'>): QueryDefinition {
  return defineQuery({
    name: 'sent.list',
    path: '/v1/sent',
    action: 'sent.read',
    tag: 'sent',
    title: { zh: '本单位发出事项的进展', en: 'Progress of what the agency sent' },
    description: {
      zh: '本单位发出的线索、协查、移送、会商（跨服务）：现处状态、下一步、由谁办理、何时到期。只据本单位有权知悉的事件。',
      en: 'Clues, assistance, transfers and consultations that the agency sent, across services: state, next step, who has it, until when. From events that the agency was told of, and no others.'
    },
    query: Type.Object(
      {
        kind: Type.Optional(kind),
        open: Type.Optional(Type.Boolean({ description: '只列未办结（true）或者已办结（false）的' })),
        caseNumber: Type.Optional(CaseSourceNumber()),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(item),
    async execute(call) {
      const { limit = 50, after: cursor, ...filter } = call.query
      const { agency: sender } = call.caller
      const after = pages.from(cursor)?.id
      const { page, office } = await store.as(sender, async (reading) => {
        const asked = { ...filter, sender, after, limit }
        const [found, [office]] = await together([listSent(reading.db, asked), offices(reading)])
        const page = pages.cut(found, limit)
        const shown = page.rows.map(({ kind, id, case_number }) => ({
          caseNumber: case_number,
          subject: `${kind}/${id}`,
          classes: ['open', 'work'] as const
        }))
        recordShown(reading, readerBy(call), shown)
        return { page, office }
      })
      const at = Date.parse(now())
      const items = page.rows.map((row) => toItem(row, office, at))
      return answerPage(items, page.next)
    }
  })
}

type Row = Awaited<ReturnType<typeof listSent>>[number]

function toItem(row: Row, office: string | undefined, now: number) {
  const { kind, id, case_number, title, status, outcome, open, rule, due_at } = row
  const said = sentFollowers[kind].words[status]
  const holder = holderOf(row.holder, office)
  return {
    kind,
    id,
    ...(case_number !== null && { caseNumber: case_number }),
    title,
    open,
    state: { code: status, ...(said?.state ?? asItIs(status)) },
    ...(open && said?.next && { next: said.next }),
    ...(holder && { holder }),
    ...(due_at && { until: beijingTime(due_at), ...(rule !== null && { rule }) }),
    overdue: due_at !== null && due_at.getTime() <= now,
    ...(outcome !== null && { outcome: { code: outcome, ...(sentOutcomes[outcome] ?? asItIs(outcome)) } }),
    sentAt: beijingTime(row.sent_at),
    updatedAt: beijingTime(row.updated_at)
  }
}

const asItIs = (code: string): Title => ({ zh: code, en: code })

function holderOf(holder: Row['holder'], office: string | undefined) {
  if (!holder) return undefined
  if ('office' in holder) return { office: true, ...(office !== undefined && { agency: office }) }
  return 'outside' in holder ? { name: holder.outside } : { agency: holder.agency }
}
