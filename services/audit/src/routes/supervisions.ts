import { Type } from '@sinclair/typebox'
import { recordShown } from '@wuhu/access'
import { AgencyCode, beijingTime, CaseSourceNumber, RuleId, superviseKind, UuidV7 } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import { supervision } from '../domain/supervision.ts'
import { supervisionStatuses } from '../domain/supervision-state.ts'
import type { AuditTables } from '../tables.ts'
import { listSupervisions } from '../views/supervisions.ts'
import { history, readThing } from './history.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('supervisions', 'proposed_at')
const status = Type.Union(
  supervisionStatuses.map((one) => Type.Literal(one)),
  { description: '办理状态' }
)
const head = {
  id: UuidV7(),
  version: Type.Integer(),
  status,
  form: Type.Union([Type.Literal('card'), Type.Literal('letter')], { description: 'card 督办、letter 商请函' }),
  issuer: AgencyCode('督办单位'),
  target: AgencyCode('责任单位'),
  kind: superviseKind,
  of: Type.Optional(Type.String({ description: '所涉业务对象' })),
  rule: Type.Optional(RuleId()),
  caseNumber: Type.Optional(CaseSourceNumber()),
  title: Type.String(),
  card: Type.Union([Type.Literal('none'), Type.Literal('yellow'), Type.Literal('red')], { description: '黄牌、红牌' }),
  overdue: Type.Boolean({ description: '反馈期限已过' }),
  escalated: Type.Boolean({ description: '已提级' })
}

/** Supervisions 督办 as who issued them and who they are about see them. */
export function supervisionQueries({ store }: { readonly store: Store<AuditTables> }): QueryDefinition[] {
  const list = defineQuery({
    name: 'supervision.list',
    path: '/v1/supervisions',
    action: 'supervision.read',
    tag: 'supervisions',
    title: { zh: '本单位发出和收到的督办', en: 'Supervisions issued or received' },
    query: Type.Object({ status: Type.Optional(status), target: Type.Optional(AgencyCode()), ...pageQuery() }, strict),
    answer: pageAnswer(Type.Object({ ...head, proposedAt: Type.String(), updatedAt: Type.String() }, strict)),
    async execute(call) {
      const { limit = 50, after, ...filter } = call.query
      return await store.as(call.caller.agency, async (reading) => {
        const found = await listSupervisions(reading.db, { ...filter, limit, after: pages.from(after) })
        const { rows, next } = pages.cut(found, limit)
        const shown = rows.map(({ id, case_number }) => ({
          caseNumber: case_number,
          subject: `supervision/${id}`,
          classes: ['open', 'work'] as const
        }))
        recordShown(reading, readerBy(call), shown)
        const items = rows.map((row) => ({
          ...summaryOf(row),
          proposedAt: beijingTime(row.proposed_at),
          updatedAt: beijingTime(row.updated_at)
        }))
        return answerPage(items, next)
      })
    }
  })

  const one = defineQuery({
    name: 'supervision.get',
    path: '/v1/supervisions/:id',
    action: 'supervision.read',
    tag: 'supervisions',
    title: { zh: '督办及办理过程', en: 'A supervision and what happened to it' },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object({ ...head, rounds: Type.Integer({ description: '已反馈次数' }), history }, strict),
    async execute(call) {
      const body = await store.as(call.caller.agency, async (reading) => {
        const found = await readThing(reading, call, 'supervision')
        const state = fold(supervision, found.events as never)
        if (state.status === 'none') throw unknown('supervision')
        const { proposal, overdue, rounds, card, escalated, status } = state
        const { subject, form, issuer, target, title } = proposal
        return {
          ...{ id: call.params.id, version: found.version, status, form, issuer, target, kind: subject.kind },
          ...(subject.of !== undefined && { of: subject.of }),
          ...(subject.rule !== undefined && { rule: subject.rule }),
          ...(found.caseNumber !== undefined && { caseNumber: found.caseNumber }),
          ...{ title, card, overdue: overdue !== undefined, escalated, rounds, history: found.history }
        }
      })
      return { body, version: body.version }
    }
  })

  return [list, one]
}

type Row = Awaited<ReturnType<typeof listSupervisions>>[number]

const summaryOf = (row: Row) => ({
  id: row.id,
  version: row.version,
  status: row.status,
  form: row.form,
  issuer: row.issuer,
  target: row.target,
  kind: row.kind,
  ...(row.about !== null && { of: row.about }),
  ...(row.rule !== null && { rule: row.rule }),
  ...(row.case_number !== null && { caseNumber: row.case_number }),
  title: row.title,
  card: row.card,
  overdue: row.overdue,
  escalated: row.escalated
})
