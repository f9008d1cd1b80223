import { Type } from '@sinclair/typebox'
import { recordShown } from '@wuhu/access'
import { AgencyCode, CalendarDate, Text, UuidV7, workTaskEvaluated } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import { task } from '../domain/task.ts'
import { assignmentStatuses, furthest, type Task, taskStatuses } from '../domain/task-state.ts'
import { plan } from '../plan.ts'
import type { AuditTables } from '../tables.ts'
import { listTasks } from '../views/tasks.ts'
import { history, readThing } from './history.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('tasks', 'planned_at')
const oneOf = (names: readonly string[], description: string) =>
  Type.Union(
    names.map((name) => Type.Literal(name)),
    { description }
  )
const assignment = Type.Object(
  {
    agency: AgencyCode('责任单位'),
    status: oneOf(assignmentStatuses, '该单位办理状态'),
    dueOn: CalendarDate('完成期限'),
    result: Type.Optional(workTaskEvaluated.data.properties.result)
  },
  strict
)
const head = {
  id: UuidV7(),
  version: Type.Integer(),
  status: oneOf(taskStatuses, '办理状态；责任单位只见本单位的'),
  number: Text(32, '任务编号'),
  phase: Type.Optional(Type.String({ description: '所属阶段' })),
  title: Type.String(),
  issuer: AgencyCode('下达单位'),
  plannedDueOn: CalendarDate('计划期限'),
  assignments: Type.Array(assignment, { description: '下达情况；责任单位只见本单位的' })
}
const phase = Type.Object(
  {
    number: Type.String(),
    zh: Type.String(),
    en: Type.String(),
    from: CalendarDate(),
    to: CalendarDate(),
    sameDatesAs: Type.Optional(Type.String({ description: '方案中起止时间相同的阶段' })),
    tasks: Type.Integer({ description: '方案任务数' })
  },
  strict
)

/** Tasks 任务 as the office and the agencies that have them see them, and the plan that they come from. */
export function taskQueries({ store }: { readonly store: Store<AuditTables> }): QueryDefinition[] {
  const phases = defineQuery({
    name: 'task.plan-phases',
    path: '/v1/tasks/phases',
    action: 'task.read',
    tag: 'tasks',
    title: { zh: '方案阶段', en: 'Phases of the plan' },
    answer: Type.Object(
      {
        plan: Type.String(),
        zh: Type.String(),
        en: Type.String(),
        notes: Type.Array(Type.String()),
        phases: Type.Array(phase)
      },
      strict
    ),
    async execute() {
      const { id, zh, en, notes, phases, tasks } = plan
      const counted = phases.map((one) => ({
        ...one,
        tasks: tasks.filter((task) => task.phase === one.number).length
      }))
      return { body: { plan: id, zh, en, notes, phases: counted } }
    }
  })

  const list = defineQuery({
    name: 'task.list',
    path: '/v1/tasks',
    action: 'task.read',
    tag: 'tasks',
    title: { zh: '任务清单', en: 'Tasks' },
    query: Type.Object({ phase: Type.Optional(Text(64, '阶段名称')), ...pageQuery() }, strict),
    answer: pageAnswer(Type.Object(head, strict)),
    async execute(call) {
      const { limit = 50, after, ...filter } = call.query
      return await store.as(call.caller.agency, async (reading) => {
        const found = await listTasks(reading.db, { ...filter, limit, after: pages.from(after) })
        const { rows, next } = pages.cut(found, limit)
        const shown = rows.map(({ id }) => ({ subject: `task/${id}`, classes: ['open'] as const }))
        recordShown(reading, readerBy(call), shown)
        return answerPage(rows.map(summaryOf), next)
      })
    }
  })

  const one = defineQuery({
    name: 'task.get',
    path: '/v1/tasks/:id',
    action: 'task.read',
    tag: 'tasks',
    title: { zh: '任务及办理过程', en: 'A task and what happened to it' },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object({ ...head, history }, strict),
    async execute(call) {
      const body = await store.as(call.caller.agency, async (reading) => {
        const found = await readThing(reading, call, 'task')
        const state = fold(task, found.events as never)
        if (state.status === 'none') throw unknown('task')
        const { version, history } = found
        return { id: call.params.id, version, ...detailOf(state, call.caller.agency), history }
      })
      return { body, version: body.version }
    }
  })

  return [phases, list, one]
}

type Row = Awaited<ReturnType<typeof listTasks>>[number]

function summaryOf(row: Row) {
  const byAgency = Object.fromEntries(
    row.assignments.map(({ agency, status }) => [agency, { status, dueOn: '', rounds: 0 }])
  )
  const open = row.assignments.length === 0 ? 'planned' : furthest(byAgency)
  return {
    id: row.id,
    version: row.version,
    status: row.ended ?? open,
    number: row.number,
    ...(row.phase !== null && { phase: row.phase }),
    title: row.title,
    issuer: row.issuer,
    plannedDueOn: row.due_on,
    assignments: row.assignments.map(({ agency, status, due_on: dueOn, result }) => ({
      ...{ agency, status, dueOn },
      ...(result !== null && { result })
    }))
  }
}

function detailOf({ plan, issuer, assignments, status }: Task, agency: string) {
  const mine = Object.entries(assignments).filter(([one]) => issuer === agency || one === agency)
  const ended = status === 'archived' || status === 'cancelled' || issuer === agency
  return {
    status: ended ? status : furthest(Object.fromEntries(mine)),
    number: plan.number,
    ...(plan.phase !== undefined && { phase: plan.phase }),
    title: plan.title,
    issuer,
    plannedDueOn: plan.dueOn,
    assignments: mine.map(([agency, { status, dueOn, result }]) => ({
      ...{ agency, status, dueOn },
      ...(result !== undefined && { result })
    }))
  }
}
