import { defineEvent } from '../../define-event.ts'
import { approver } from '../supervise/fields.ts'

/** All that had it are evaluated. */
export const workTaskArchived = defineEvent({
  type: 'work.task-archived.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '任务归档', en: 'Task archived' },
  data: {
    approver
  }
})
