import { Type } from '@sinclair/typebox'
import {
  AgencyCode,
  beijingTime,
  CalendarDate,
  superviseRejected,
  UuidV7,
  workTaskEvaluated,
  workTaskPlanned,
  workTaskReported
} from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { answer, by, createRunner, type Deps } from './context.ts'
import { standingsIn } from './directory.ts'
import { tasks } from './machines.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('任务标识') }, strict)
const shape = { tag: 'tasks', params, answer } as const
const { issuer: _, ...planFields } = workTaskPlanned.data.properties
const { text, attachments } = workTaskReported.data.properties
const { result, note } = workTaskEvaluated.data.properties

/** Tasks 任务: the office plans, issues and evaluates; the agencies sign for them and report. */
export function taskCommands(deps: Deps): CommandDefinition[] {
  const { begin, follow } = createRunner(deps, tasks)
  return [
    defineCommand({
      ...shape,
      params: Type.Object({}, strict),
      name: 'task.plan',
      path: '/v1/tasks',
      action: 'task.issue',
      status: 201,
      intake: true,
      title: { zh: '列入计划', en: 'Plan a task' },
      body: Type.Object({ ...planFields, by }, strict),
      execute: (call) =>
        begin(call, '/v1/tasks', async (acting, tx) => {
          const { by: _by, ...fields } = call.body
          const owners = await standingsIn(tx, fields.owners)
          return { command: { do: 'plan', by: acting, plan: { ...fields, issuer: acting.agency }, owners } }
        })
    }),
    defineCommand({
      ...shape,
      name: 'task.issue',
      path: '/v1/tasks/:id/issue',
      action: 'task.issue',
      title: { zh: '下达任务', en: 'Issue the task' },
      description: {
        zh: '由召集人或办公室主任批准。不写单位即下达全部责任单位；计划期限已过的须另定期限。',
        en: 'By the convener or the head of the office. To all owners unless some are named; where the planned day has passed, another is given.'
      },
      body: Type.Object(
        {
          agencies: Type.Optional(Type.Array(AgencyCode(), { minItems: 1, maxItems: 64, uniqueItems: true })),
          dueOn: Type.Optional(CalendarDate('完成期限')),
          by
        },
        strict
      ),
      execute: (call) => {
        const { by: _by, ...rest } = call.body
        const today = beijingTime(deps.now()).slice(0, 10)
        return follow(call, (acting) => ({ do: 'issue', by: acting, ...rest, today }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'task.sign',
      path: '/v1/tasks/:id/sign',
      action: 'task.work',
      title: { zh: '签收任务', en: 'Sign for the task' },
      body: Type.Object({ by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'sign', by: acting }))
    }),
    defineCommand({
      ...shape,
      name: 'task.report',
      path: '/v1/tasks/:id/report',
      action: 'task.work',
      intake: true,
      title: { zh: '报告完成情况', en: 'Report on the task' },
      body: Type.Object({ text, attachments, by }, strict),
      execute: (call) => {
        const { by: _by, ...report } = call.body
        return follow(call, (acting) => ({ do: 'report', by: acting, report }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'task.evaluate',
      path: '/v1/tasks/:id/evaluate',
      action: 'task.issue',
      title: { zh: '评价任务', en: 'Evaluate what an agency did' },
      body: Type.Object({ agency: AgencyCode('责任单位'), result, note, by }, strict),
      execute: (call) => {
        const { by: _by, ...rest } = call.body
        return follow(call, (acting) => ({ do: 'evaluate', by: acting, ...rest }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'task.archive',
      path: '/v1/tasks/:id/archive',
      action: 'task.issue',
      title: { zh: '任务归档', en: 'Archive the task' },
      body: Type.Object({ by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'archive', by: acting }))
    }),
    defineCommand({
      ...shape,
      name: 'task.cancel',
      path: '/v1/tasks/:id/cancel',
      action: 'task.issue',
      title: { zh: '取消任务', en: 'Cancel the task' },
      body: Type.Object({ reason: superviseRejected.data.properties.reason, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'cancel', by: acting, reason: call.body.reason }))
    })
  ]
}
