import { defineEvent } from '../../define-event.ts'
import { taskAgency } from './fields.ts'

/** The agency has it. */
export const workTaskSigned = defineEvent({
  type: 'work.task-signed.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '签收任务', en: 'Task signed for' },
  data: {
    agency: taskAgency
  }
})
