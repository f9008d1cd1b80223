import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'
import { taskDueOn, taskFields } from './fields.ts'

/** A task stands in the plan; nobody has it yet. */
export const workTaskPlanned = defineEvent({
  type: 'work.task-planned.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '任务计划', en: 'Task planned' },
  data: {
    ...taskFields,
    issuer: open(AgencyCode('下达单位')),
    owners: open(Type.Array(AgencyCode(), { minItems: 1, maxItems: 64, uniqueItems: true, description: '责任单位' })),
    dueOn: taskDueOn,
    /** Where the plan says so. */
    source: open(Type.Optional(Text(200, '出处')))
  }
})
