import { defineEvent } from '../../define-event.ts'
import { AgencyCode } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { approver } from '../supervise/fields.ts'
import { taskAgency, taskDueOn, taskFields } from './fields.ts'

/** One agency was given the task: each owner by an event of its own, with its own day. */
export const workTaskIssued = defineEvent({
  type: 'work.task-issued.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '下达任务', en: 'Task issued' },
  data: {
    ...taskFields,
    issuer: open(AgencyCode('下达单位')),
    agency: taskAgency,
    dueOn: taskDueOn,
    approver
  }
})
