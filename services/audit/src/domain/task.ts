import type { TaskEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { requireOffice, requireRegistered } from './acting.ts'
import {
  type Assignment,
  furthest,
  hasPart,
  type Task,
  type TaskCommand,
  type TaskState,
  type TaskStatus
} from './task-state.ts'

type Event = TaskEvent
type Follow = Exclude<TaskCommand, { do: 'plan' }>

const open: readonly TaskStatus[] = ['planned', 'issued', 'signed', 'reported', 'evaluated']

/** 任务: planned by the office, issued by the convener or the head of the office, done by the agencies that own it. */
export const task: Decider<TaskState, TaskCommand, Event> = {
  initial: { status: 'none' },
  decide(command, state) {
    if (command.do === 'plan') return plan(command, state)
    if (state.status === 'none' || !hasPart(state, command.by.agency)) {
      throw new Refusal('task.unknown', 'no such task')
    }
    return follow(command, state)
  },
  evolve
}

function plan({ by, plan, owners }: Extract<TaskCommand, { do: 'plan' }>, state: TaskState): Event[] {
  requireOffice(by)
  for (const owner of owners) requireRegistered(owner)
  return state.status === 'none' ? [{ type: 'work.task-planned.v1', data: plan }] : []
}

function follow(command: Follow, state: Task): Event[] {
  switch (command.do) {
    case 'issue':
      return issue(command, state)
    case 'sign': {
      const [agency, { status }] = own(command.by.agency, state)
      if (status === 'signed') return []
      requireAssignment(status, 'issued')
      return [{ type: 'work.task-signed.v1', data: { agency } }]
    }
    case 'report': {
      const [agency, { status, rounds }] = own(command.by.agency, state)
      requireAssignment(status, 'signed', 'reported')
      return [{ type: 'work.task-reported.v1', data: { agency, round: rounds + 1, ...command.report } }]
    }
    case 'evaluate': {
      const approver = requireOffice(command.by)
      requireStatus(state, ...open)
      const { result, note } = command
      const [agency, { status, result: before }] = own(command.agency, state)
      if (status === 'evaluated' && before === result) return []
      requireAssignment(status, 'reported')
      return [
        { type: 'work.task-evaluated.v1', data: { agency, result, ...(note !== undefined && { note }), approver } }
      ]
    }
    case 'archive': {
      const approver = requireOffice(command.by)
      if (state.status === 'archived') return []
      requireStatus(state, 'evaluated')
      return [{ type: 'work.task-archived.v1', data: { approver } }]
    }
    case 'cancel': {
      const approver = requireOffice(command.by, ['office-head', 'convener'])
      if (state.status === 'cancelled') return []
      requireStatus(state, ...open)
      return [{ type: 'work.task-cancelled.v1', data: { reason: command.reason, approver } }]
    }
  }
}

/** 召集人 or 办公室主任 gives it out, to each owner with a day of its own. */
function issue({ by, agencies, dueOn, today }: Extract<Follow, { do: 'issue' }>, state: Task): Event[] {
  const approver = requireOffice(by, ['convener', 'office-head'])
  requireStatus(state, 'planned', 'issued', 'signed', 'reported', 'evaluated')
  const { owners, dueOn: planned, source: _, ...told } = state.plan
  const to = agencies ?? owners
  if (to.some((agency) => !owners.includes(agency))) throw new Refusal('task.not-owner', 'not an owner of the task')
  const day = dueOn ?? planned
  const fresh = to.filter((agency) => !Object.hasOwn(state.assignments, agency))
  if (fresh.length > 0 && day < today) throw new Refusal('task.due-past', 'the day has passed; give another one')
  const data = { ...told, dueOn: day, approver }
  return fresh.map((agency) => ({ type: 'work.task-issued.v1', data: { ...data, agency } }))
}

function own(agency: string, { status, assignments }: Task): [string, Assignment] {
  const mine = Object.hasOwn(assignments, agency) ? assignments[agency] : undefined
  if (!mine) throw new Refusal('task.not-assigned', 'the agency does not have this task')
  if (!open.includes(status)) throw new Refusal('task.wrong-status', `is ${status}`)
  return [agency, mine]
}

function requireAssignment(status: Assignment['status'], ...allowed: Assignment['status'][]): void {
  if (allowed.includes(status)) return
  throw new Refusal('task.wrong-status', `is ${status}; possible when ${allowed.join(', ')}`)
}

function requireStatus({ status }: Task, ...allowed: readonly TaskStatus[]): void {
  if (allowed.includes(status)) return
  throw new Refusal('task.wrong-status', `is ${status}; possible when ${allowed.join(', ')}`)
}

function evolve(state: TaskState, event: Event): TaskState {
  if (event.type === 'work.task-planned.v1') {
    return { status: 'planned', plan: event.data, issuer: event.data.issuer, assignments: {} }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'work.task-issued.v1':
      return set(state, event.data.agency, { status: 'issued', dueOn: event.data.dueOn, rounds: 0 })
    case 'work.task-signed.v1':
      return set(state, event.data.agency, { status: 'signed' })
    case 'work.task-reported.v1':
      return set(state, event.data.agency, { status: 'reported', rounds: event.data.round })
    case 'work.task-evaluated.v1':
      return set(state, event.data.agency, { status: 'evaluated', result: event.data.result })
    case 'work.task-archived.v1':
      return { ...state, status: 'archived' }
    case 'work.task-cancelled.v1':
      return { ...state, status: 'cancelled' }
  }
}

const none: Assignment = { status: 'issued', dueOn: '', rounds: 0 }

function set(state: Task, agency: string, change: Partial<Assignment>): Task {
  const before = Object.hasOwn(state.assignments, agency) ? state.assignments[agency] : undefined
  const assignments = { ...state.assignments, [agency]: { ...(before ?? none), ...change } }
  return { ...state, assignments, status: furthest(assignments) }
}
