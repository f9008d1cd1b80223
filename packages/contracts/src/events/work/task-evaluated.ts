import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { approver } from '../supervise/fields.ts'
import { taskAgency, taskResult } from './fields.ts'

/** What the office says of what the agency did. */
export const workTaskEvaluated = defineEvent({
  type: 'work.task-evaluated.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '评价任务', en: 'Task evaluated' },
  data: {
    agency: taskAgency,
    result: open(taskResult),
    note: work(Type.Optional(Text(1000, '说明'))),
    approver
  }
})
