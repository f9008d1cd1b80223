import { defineEvent } from '../../define-event.ts'
import { approver, reason } from '../supervise/fields.ts'

/** For every agency that had it. */
export const workTaskCancelled = defineEvent({
  type: 'work.task-cancelled.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '取消任务', en: 'Task cancelled' },
  data: {
    reason,
    approver
  }
})
