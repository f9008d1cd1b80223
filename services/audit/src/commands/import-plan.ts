import { Type } from '@sinclair/typebox'
import { AgencyCode, CalendarDate, Text, UuidV7 } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import type { Acting } from '../domain/acting.ts'
import { type PlannedTask, plan } from '../plan.ts'
import { askedBy, by, contextOf, type Deps, decideOn, type Tx } from './context.ts'
import { actingIn, standingsIn } from './directory.ts'
import { tasks } from './machines.ts'

const strict = { additionalProperties: false }
const answer = Type.Object(
  {
    plan: Type.String({ description: '方案文号' }),
    planned: Type.Integer({ description: '新列入的任务数；此前已列入的不计' }),
    tasks: Type.Array(
      Type.Object(
        { id: UuidV7(), number: Text(32, '任务编号'), dueOn: CalendarDate(), owners: Type.Array(AgencyCode()) },
        strict
      )
    ),
    missing: Type.Array(AgencyCode(), { description: '方案列出而名录中没有的单位' })
  },
  strict
)

/** 导入方案: every task of the plan that is not there yet is planned; nobody is given it by that. */
export function importPlanCommand(deps: Deps): CommandDefinition {
  return defineCommand({
    name: 'task.import-plan',
    path: '/v1/tasks/import-plan',
    action: 'task.issue',
    tag: 'tasks',
    title: { zh: '导入方案任务', en: 'Plan the tasks of the plan' },
    description: {
      zh: '将试点建设方案各阶段的任务列入计划，重复导入不重复列入。下达另行办理。',
      en: 'Plans the tasks of the plan’s phases; importing again plans nothing twice. They are issued one by one.'
    },
    body: Type.Object({ by }, strict),
    answer,
    async execute(call) {
      const { answer: body, replayed } = await deps.store.once(call, async (tx) => {
        const acting = await actingIn(deps, tx, call.actor)
        const members = await membersIn(tx)
        const missing = new Set<string>()
        const done: { id: string; number: string; dueOn: string; owners: string[] }[] = []
        let planned = 0
        for (const one of plan.tasks) {
          const named = one.owners.flatMap((owner) => (owner === 'conference' ? members : [owner]))
          const standings = await standingsIn(tx, [...new Set(named)])
          for (const { agency, registered } of standings) if (!registered) missing.add(agency)
          const owners = standings.filter(({ registered }) => registered).map(({ agency }) => agency)
          if (owners.length === 0) continue
          const command = commandOf(one, acting, owners)
          const context = contextOf(askedBy(call), deps.now())
          const { events } = await decideOn(tx, tasks, { id: one.id, command, context })
          planned += events.length
          done.push({ id: one.id, number: one.number, dueOn: one.dueOn, owners })
        }
        return { plan: plan.id, planned, tasks: done, missing: [...missing].sort() }
      })
      return { body, replayed }
    }
  })
}

function commandOf({ id: _, phase, owners: __, ...rest }: PlannedTask, by: Acting, owners: string[]) {
  const name = plan.phases.find(({ number }) => number === phase)?.zh ?? phase
  const planned = { ...rest, phase: name, issuer: by.agency, owners }
  const standings = owners.map((agency) => ({ agency, registered: true, assessable: true }))
  return { do: 'plan' as const, by, plan: planned, owners: standings }
}

/** Members of the conference 联席会议成员单位. */
async function membersIn({ db }: Tx): Promise<string[]> {
  const rows = await db.selectFrom('directory_agencies').select(['code', 'membership']).orderBy('code').execute()
  return rows.filter(({ membership }) => membership.includes('conference')).map(({ code }) => code)
}
