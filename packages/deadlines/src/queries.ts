import { Type } from '@sinclair/typebox'
import { type ReadTables, recordShown } from '@wuhu/access'
import { AgencyCode, beijingTime, CaseSourceNumber, Instant, RuleId } from '@wuhu/contracts'
import { answerPage, createPages, defineQuery, pageAnswer, pageQuery, type QueryDefinition, readerBy } from '@wuhu/host'
import { beyond, type Store, type StoreTables } from '@wuhu/store'
import { type Kysely, type Selectable, sql } from 'kysely'
import { deadlineStatuses } from './domain/deadline-state.ts'
import type { DeadlinesTable, DeadlineTables } from './tables.ts'
import { createTimeLimits, type TimeLimits } from './time-limits.ts'

const strict = { additionalProperties: false }
const Status = Type.Union(
  deadlineStatuses.map((one) => Type.Literal(one)),
  { description: '状态：open 计时中、suspended 中止、breached 逾期未办结、met 已办结、cancelled 已撤销' }
)
const instant = (description: string) => Type.Optional(Type.String({ description }))
const item = Type.Object(
  {
    id: Type.String(),
    rule: RuleId(),
    title: Type.String({ description: '时限名称' }),
    of: Type.String({ description: '业务对象' }),
    key: Type.Optional(Type.String({ description: '事项编号' })),
    caseNumber: Type.Optional(CaseSourceNumber()),
    holder: AgencyCode('承办单位'),
    state: Status,
    startedAt: Type.String(),
    dueAt: instant('到期时间；中止期间没有'),
    naturalDueAt: instant('自然到期时间，届满日为非工作日而顺延的'),
    warnAt: Type.Array(Type.String(), { description: '提醒时间' }),
    suspendedAt: instant('中止时间'),
    late: Type.Optional(Type.Boolean({ description: '是否逾期后办结' })),
    provisional: Type.Boolean({ description: '暂定：跨越尚未公布放假安排的年份' }),
    rulesVersion: Type.String(),
    calendarVersion: Type.String()
  },
  strict
)
/** Those without a date come last. */
const place = Type.Object({ dueAt: Type.Optional(Instant()), id: Type.String() })
const pages = createPages('deadlines', place, ({ due_at, id }: Pick<Row, 'due_at' | 'id'>) => ({
  ...(due_at && { dueAt: due_at.toISOString() }),
  id
}))

type Tables = DeadlineTables & ReadTables & StoreTables
type Row = Selectable<DeadlinesTable>

/** `GET /v1/deadlines`, the same in every service that owns clocks: an agency's own, soonest due first. */
export function deadlineQueries<DB extends DeadlineTables & ReadTables>({
  store
}: {
  readonly store: Store<DB>
}): QueryDefinition[] {
  const timeLimits = createTimeLimits()
  const list = defineQuery({
    name: 'deadlines.list',
    path: '/v1/deadlines',
    action: 'deadline.read',
    tag: 'deadlines',
    title: { zh: '时限', en: 'Deadlines' },
    description: {
      zh: '本单位承办、参与或者须知悉的时限，先到期者在前。审计管理员可见全部。',
      en: 'Clocks that the agency holds, follows or is told of, soonest due first. Audit administrators see all.'
    },
    query: Type.Object(
      {
        state: Type.Optional(Status),
        agency: Type.Optional(AgencyCode('承办单位')),
        rule: Type.Optional(RuleId()),
        of: Type.Optional(Type.String({ maxLength: 112, description: '业务对象，如 clue/…' })),
        'due-before': Type.Optional(Instant('到期时间早于')),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(item),
    async execute(call) {
      const { after, limit = 50 } = call.query
      const from = pages.from(after)
      const read = async (reading: Pick<Parameters<Parameters<typeof store.as>[1]>[0], 'db' | 'atCommit'>) => {
        const db = reading.db as unknown as Kysely<Tables>
        const reader = call.scope === 'all' ? undefined : call.caller.agency
        const { rows, next } = pages.cut(await listDeadlines(db, { ...call.query, reader, from, limit }), limit)
        const limits = await timeLimits.read(db as unknown as Kysely<DeadlineTables>)
        const shown = rows.map(({ subject, case_number: caseNumber }) => ({
          ...{ subject, caseNumber },
          classes: ['open' as const]
        }))
        recordShown({ db, atCommit: reading.atCommit }, readerBy(call), shown)
        return { rows, next, limits }
      }
      const { rows, next, limits } =
        call.scope === 'all' ? await store.transaction(read) : await store.as(call.caller.agency, read)
      const items = rows.map((row) => toItem(row, limits))
      return answerPage(items, next)
    }
  })
  return [list]
}

interface Filter {
  /** Only where this agency is named; undefined: all. */
  readonly reader: string | undefined
  readonly state?: Row['status'] | undefined
  readonly agency?: string | undefined
  readonly rule?: string | undefined
  readonly of?: string | undefined
  readonly 'due-before'?: string | undefined
  readonly from: { readonly dueAt?: string; readonly id: string } | undefined
  readonly limit: number
}

async function listDeadlines(db: Kysely<Tables>, filter: Filter): Promise<Row[]> {
  let query = db.selectFrom('deadlines').selectAll()
  if (filter.reader !== undefined) query = query.where(sql<boolean>`${filter.reader} = any(agencies)`)
  if (filter.state) query = query.where('status', '=', filter.state)
  if (filter.agency) query = query.where('holder', '=', filter.agency)
  if (filter.rule) query = query.where('rule', '=', filter.rule)
  if (filter.of) query = query.where('subject', '=', filter.of)
  if (filter['due-before']) query = query.where(sql<boolean>`due_at < ${filter['due-before']}::timestamptz`)
  if (filter.from) {
    const { dueAt, id } = filter.from
    query = query.where(
      dueAt === undefined
        ? sql<boolean>`due_at is null and id > ${id}`
        : sql<boolean>`(${beyond(['due_at', 'id'], '>', [dueAt, id])} or due_at is null)`
    )
  }
  return await query
    .orderBy('due_at')
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()
}

function toItem(row: Row, limits: TimeLimits) {
  const { clock, period, rulesVersion, late } = row.state
  return {
    id: row.id,
    rule: row.rule,
    title: limits.ruleOf(rulesVersion, row.rule).zh,
    of: row.subject,
    ...(clock.key !== undefined && { key: clock.key }),
    ...(row.case_number !== null && { caseNumber: row.case_number }),
    holder: row.holder,
    state: row.status,
    startedAt: beijingTime(period.startedAt),
    ...(period.dueAt !== undefined && { dueAt: beijingTime(period.dueAt) }),
    ...(period.naturalDueAt !== undefined && { naturalDueAt: beijingTime(period.naturalDueAt) }),
    warnAt: period.warnAt.map((at) => beijingTime(at)),
    ...(period.suspendedAt !== undefined && { suspendedAt: beijingTime(period.suspendedAt) }),
    ...(late !== undefined && { late }),
    provisional: period.provisional,
    rulesVersion,
    calendarVersion: period.calendarVersion
  }
}
