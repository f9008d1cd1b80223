import type { TaskEvent } from '@wuhu/contracts'
import type { Acting, Standing } from './acting.ts'

type DataOf<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>['data']

export type Plan = DataOf<'work.task-planned.v1'>
export type Result = DataOf<'work.task-evaluated.v1'>['result']
type Attachments = NonNullable<DataOf<'work.task-reported.v1'>['attachments']>

/** How far one agency has come, in order. */
export const assignmentStatuses = ['issued', 'signed', 'reported', 'evaluated'] as const
export type AssignmentStatus = (typeof assignmentStatuses)[number]

export interface Assignment {
  readonly status: AssignmentStatus
  /** 2026-06-01 */
  readonly dueOn: string
  /** Reports so far. */
  readonly rounds: number
  readonly result?: Result
}

/** A task that several agencies have is as far as the last of them. `archived` and `cancelled` are final. */
export const taskStatuses = ['planned', ...assignmentStatuses, 'archived', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export interface Task {
  readonly status: TaskStatus
  readonly plan: Plan
  /** Who planned it. */
  readonly issuer: string
  readonly assignments: Readonly<Record<string, Assignment>>
}

export type TaskState = { readonly status: 'none' } | Task

export type TaskCommand =
  | { readonly do: 'plan'; readonly by: Acting; readonly plan: Plan; readonly owners: readonly Standing[] }
  | {
      readonly do: 'issue'
      readonly by: Acting
      /** Some of the owners; all that do not have it when left out. */
      readonly agencies?: readonly string[]
      /** The plan's day when left out. */
      readonly dueOn?: string
      /** Of Beijing. */
      readonly today: string
    }
  | { readonly do: 'sign'; readonly by: Acting }
  | {
      readonly do: 'report'
      readonly by: Acting
      readonly report: { readonly text: string; readonly attachments?: Attachments }
    }
  | {
      readonly do: 'evaluate'
      readonly by: Acting
      readonly agency: string
      readonly result: Result
      readonly note?: string
    }
  | { readonly do: 'archive'; readonly by: Acting }
  | { readonly do: 'cancel'; readonly by: Acting; readonly reason: string }

/** Agencies that have it, in order of their code. */
export const assigned = (state: Task): string[] => Object.keys(state.assignments).sort()

/** Who has a part in it: a plan is the office's alone until it is issued. */
export function hasPart(state: TaskState, agency: string): boolean {
  return state.status !== 'none' && (state.issuer === agency || Object.hasOwn(state.assignments, agency))
}

/** As far as the last of those that have it. */
export function furthest(assignments: Task['assignments']): AssignmentStatus {
  const places = Object.values(assignments).map(({ status }) => assignmentStatuses.indexOf(status))
  return assignmentStatuses[Math.min(...places)] ?? 'issued'
}
