import type { EventOf } from '../define-event.ts'
import { workTaskArchived } from './work/task-archived.ts'
import { workTaskCancelled } from './work/task-cancelled.ts'
import { workTaskEvaluated } from './work/task-evaluated.ts'
import { workTaskIssued } from './work/task-issued.ts'
import { workTaskPlanned } from './work/task-planned.ts'
import { workTaskReported } from './work/task-reported.ts'
import { workTaskSigned } from './work/task-signed.ts'

export {
  workTaskArchived,
  workTaskCancelled,
  workTaskEvaluated,
  workTaskIssued,
  workTaskPlanned,
  workTaskReported,
  workTaskSigned
}

/** 任务: what the plan asks of each agency, and what came of it. */
export const taskEvents = [
  workTaskPlanned,
  workTaskIssued,
  workTaskSigned,
  workTaskReported,
  workTaskEvaluated,
  workTaskArchived,
  workTaskCancelled
] as const
export type TaskEvent = EventOf<(typeof taskEvents)[number]>
