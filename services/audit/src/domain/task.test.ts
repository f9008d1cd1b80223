import { deepStrictEqual } from 'node:assert/strict'
import { dataProblems, type TaskEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { convener, head, now, officerOf, staff, standing } from './acting.fixture.ts'
import { type CommandName, commands, events, everyCommand, issuedTo, type Past, past, planned } from './task.fixture.ts'
import { task } from './task.ts'
import { taskAudience } from './task-audience.ts'
import { hasPart, type TaskCommand, type TaskState, taskStatuses } from './task-state.ts'

const on = (name: Past) => given<TaskState, TaskCommand, TaskEvent>(task, past[name])
const wrong = 'task.wrong-status'

/** What each command decides in each past: events (none: it held already) or the code of the refusal. */
const table: Record<CommandName, Partial<Record<Past, TaskEvent[] | string>>> = {
  plan: { ...Object.fromEntries(Object.keys(past).map((name) => [name, []])), none: [events.planned] },
  issue: {
    ...{ planned: [issuedTo('psb'), issuedTo('tax')], issued: [], signed: [], reported: [], evaluated: [] },
    ...{ archived: wrong, cancelled: wrong }
  },
  sign: { planned: 'task.unknown', issued: [events.signed], signed: [] },
  report: {
    ...{ planned: 'task.unknown', signed: [events.reported] },
    reported: [{ ...events.reported, data: { ...events.reported.data, round: 2 } }]
  },
  evaluate: { planned: 'task.not-assigned', reported: [events.evaluated], evaluated: [] },
  archive: { evaluated: [events.archived], archived: [] },
  cancel: {
    ...Object.fromEntries(Object.keys(past).map((name) => [name, [events.cancelled]])),
    ...{ none: 'task.unknown', archived: wrong, cancelled: [] }
  }
}

t.test('every command in every status', async (t) => {
  for (const name of Object.keys(table) as CommandName[]) {
    for (const status of Object.keys(past) as Past[]) {
      const expected = table[name][status] ?? (status === 'none' ? 'task.unknown' : wrong)
      const when = on(status).when(commands[name], now)
      const check = () => (typeof expected === 'string' ? when.refuses(expected) : when.then(expected))
      t.doesNotThrow(check, `${name} ${status}`)
    }
  }
})

t.test('a task is as far as the last of those that have it', async (t) => {
  for (const [name, one] of Object.entries(past)) t.equal(fold(task, one as TaskEvent[]).status, name)
})

t.test('the office plans, the convener or the head of the office issues', async () => {
  on('none')
    .when({ ...commands.plan, by: officerOf('psb', 'agency-head') }, now)
    .refuses('actor.office-only')
  on('none')
    .when({ ...commands.plan, owners: [standing('nobody')] }, now)
    .refuses('agency.unknown')
  on('planned')
    .when({ ...commands.issue, by: staff }, now)
    .refuses('actor.role')
  on('planned')
    .when({ ...commands.cancel, by: staff }, now)
    .refuses('actor.role')
  on('reported')
    .when({ ...commands.evaluate, by: convener }, now)
    .refuses('actor.role')
  on('evaluated')
    .when({ ...commands.archive, by: convener }, now)
    .refuses('actor.role')
  for (const name of ['issue', 'evaluate', 'archive', 'cancel'] as const) {
    on('reported')
      .when({ ...commands[name], by: officerOf('psb', 'agency-head') }, now)
      .refuses('actor.office-only')
  }
})

t.test('issued to some, with a day of its own, and never for yesterday', async () => {
  const dueOn = '2026-07-31'
  const later = issuedTo('psb')
  on('planned')
    .when({ ...commands.issue, agencies: ['psb'], dueOn }, now)
    .then([{ ...later, data: { ...later.data, dueOn } }])
  on('planned')
    .when({ ...commands.issue, agencies: ['court'] }, now)
    .refuses('task.not-owner')
  on('planned')
    .when({ ...commands.issue, today: '2026-07-01' }, now)
    .refuses('task.due-past')
  on('issued')
    .when({ ...commands.issue, today: '2026-07-01' }, now)
    .then([])
})

t.test('whoever does not have it learns nothing', async () => {
  for (const name of Object.keys(commands) as CommandName[]) {
    if (name !== 'plan')
      on('issued')
        .when({ ...commands[name], by: officerOf('court') }, now)
        .refuses('task.unknown')
  }
  on('issued')
    .when({ ...commands.sign, by: head }, now)
    .refuses('task.not-assigned')
  on('cancelled').when(commands.sign, now).refuses(wrong)
})

t.test('each hears of its own part', async (t) => {
  const state = fold(task, past.issued)
  if (state.status === 'none') throw new Error('no task')
  const told = (event: TaskEvent, by: string) => taskAudience(event, state, by).map(({ agency }) => agency)
  t.same(told(events.signed, 'psb'), ['psb', 'amr'])
  t.same(told(issuedTo('tax'), 'amr'), ['amr', 'tax'])
  t.same(told(events.cancelled, 'amr'), ['amr', 'psb', 'tax'])
})

t.test('whatever is commanded, only refusals are thrown and the rules hold', async () => {
  const actor = fc.constantFrom(staff, head, convener, ...['psb', 'tax', 'court'].map((one) => officerOf(one)))
  const command = fc
    .tuple(
      fc.constantFrom<TaskCommand>(...everyCommand),
      actor,
      fc.boolean(),
      fc.constantFrom('2026-05-01', '2026-08-01')
    )
    .map(([base, by, inTurn, today]): TaskCommand => {
      const own = inTurn ? {} : { by }
      return base.do === 'issue' ? { ...base, ...own, today } : { ...base, ...own }
    })
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (sequence) => {
      let state = task.initial
      const log: TaskEvent[] = []
      for (const one of sequence) {
        const before = state
        try {
          const decided = task.decide(one, state, now)
          for (const event of decided) {
            if (dataProblems(event.type, event.data).length > 0) throw new Error(`${event.type} breaks its schema`)
            log.push(event)
            state = task.evolve(state, event)
          }
          const moved = decided.length > 0 && before.status !== 'none'
          if (moved && !hasPart(before, one.by.agency)) throw new Error('a stranger moved it')
          if (moved && ['archived', 'cancelled'].includes(before.status)) throw new Error(`after ${before.status}`)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        if (state.status === 'none') continue
        if (!taskStatuses.includes(state.status)) throw new Error(`undeclared ${state.status}`)
        const strangers = Object.keys(state.assignments).filter((agency) => !planned.owners.includes(agency))
        if (strangers.length > 0) throw new Error('given to who does not own it')
      }
      deepStrictEqual(fold(task, log), state)
    }),
    { numRuns: 300 }
  )
})
