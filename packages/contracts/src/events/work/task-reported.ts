import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { assistAttachments } from '../assist/fields.ts'
import { taskAgency } from './fields.ts'

/** What the agency did; said again until it is evaluated. */
export const workTaskReported = defineEvent({
  type: 'work.task-reported.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '报告任务', en: 'Task reported on' },
  data: {
    agency: taskAgency,
    round: open(Type.Integer({ minimum: 1, description: '第几次报告' })),
    text: work(Text(8000, '完成情况')),
    attachments: Type.Optional(work(assistAttachments))
  }
})
