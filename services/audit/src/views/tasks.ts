import { parseAudience, type TaskEvent } from '@wuhu/contracts'
import { beyond, type View } from '@wuhu/store'
import type { ColumnType, Kysely } from 'kysely'
import type { AssignmentStatus, Result } from '../domain/task-state.ts'
import type { AuditDb } from '../tables.ts'

export interface TaskTables {
  tasks: {
    id: string
    number: string
    phase: string | null
    title: string
    issuer: string
    /** 2026-06-01, as planned. */
    due_on: string
    ended: 'archived' | 'cancelled' | null
    /** The office, and who has it. */
    agencies: string[]
    planned_at: ColumnType<Date, string, string>
    version: number
  }
  task_assignments: {
    task: string
    agency: string
    issuer: string
    status: AssignmentStatus
    due_on: string
    result: Result | null
  }
}

/** Tasks 任务 and who has them, as rows: an agency sees its own assignment, the office all of them. */
export const taskView: View<AuditDb> = {
  name: 'tasks',
  tables: ['tasks', 'task_assignments'],
  async apply(db, envelope) {
    if (!envelope.subject.startsWith('task/')) return
    const event = { type: envelope.type, data: envelope.data } as TaskEvent
    const id = envelope.subject.slice('task/'.length)
    const version = envelope.streamversion
    if (event.type === 'work.task-planned.v1') {
      const { number, phase = null, title, issuer, dueOn: due_on } = event.data
      const agencies = parseAudience(envelope.audience).map(({ agency }) => agency)
      await db
        .insertInto('tasks')
        .values({ id, number, phase, title, issuer, due_on, ended: null, agencies, planned_at: envelope.time, version })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      return
    }
    const { numUpdatedRows } = await db
      .updateTable('tasks')
      .set({ version })
      .where('id', '=', id)
      .where('version', '<', version)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await change(db, id, event)
  }
}

async function change(db: Kysely<AuditDb>, id: string, event: Exclude<TaskEvent, { type: 'work.task-planned.v1' }>) {
  const assignment = (agency: string, set: { status: AssignmentStatus; result?: Result }) =>
    db.updateTable('task_assignments').set(set).where('task', '=', id).where('agency', '=', agency).execute()
  const end = (ended: 'archived' | 'cancelled') => db.updateTable('tasks').set({ ended }).where('id', '=', id).execute()
  switch (event.type) {
    case 'work.task-issued.v1': {
      const { agency, issuer, dueOn: due_on } = event.data
      await db
        .updateTable('tasks')
        .set(({ fn, ref, val }) => ({ agencies: fn<string[]>('array_append', [ref('agencies'), val(agency)]) }))
        .where('id', '=', id)
        .execute()
      await db
        .insertInto('task_assignments')
        .values({ task: id, agency, issuer, status: 'issued', due_on, result: null })
        .onConflict((conflict) => conflict.columns(['task', 'agency']).doNothing())
        .execute()
      return
    }
    case 'work.task-signed.v1':
      return await assignment(event.data.agency, { status: 'signed' })
    case 'work.task-reported.v1':
      return await assignment(event.data.agency, { status: 'reported' })
    case 'work.task-evaluated.v1':
      return await assignment(event.data.agency, { status: 'evaluated', result: event.data.result })
    case 'work.task-archived.v1':
      return await end('archived')
    case 'work.task-cancelled.v1':
      return await end('cancelled')
  }
}

export interface TaskFilter {
  readonly phase?: string | undefined
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/** Tasks that the reader of the transaction may see, each with the assignments it may see; one more than `limit` when there are more. */
export async function listTasks(db: Kysely<AuditDb>, { phase, after, limit }: TaskFilter) {
  let query = db.selectFrom('tasks').selectAll()
  if (phase !== undefined) query = query.where('phase', '=', phase)
  if (after) query = query.where(beyond(['planned_at', 'id'], '<', [after.at, after.id]))
  const rows = await query
    .orderBy('planned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const assignments = await db
    .selectFrom('task_assignments')
    .selectAll()
    .where('task', 'in', ids)
    .orderBy('agency')
    .execute()
  const ofTask = Map.groupBy(assignments, ({ task }) => task)
  return rows.map((row) => ({ ...row, assignments: ofTask.get(row.id) ?? [] }))
}
