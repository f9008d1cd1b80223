import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { causedBy, clock } from './fields.ts'

/** The clock has no object any more. */
export const deadlineCancelled = defineEvent({
  type: 'deadline.cancelled.v1',
  owner: 'each',
  mutual: 'promotion',
  title: { zh: '时限撤销', en: 'Deadline cancelled' },
  data: {
    ...clock,
    cause: open(
      Type.Union([Type.Literal('event'), Type.Literal('superseded')], {
        description: '原因：event 业务已终止、superseded 重新起算'
      })
    ),
    causedBy
  }
})
