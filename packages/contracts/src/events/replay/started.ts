import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { replayBodies, replayFilters, replayRange } from './fields.ts'

/** An auditor begins to read case material: recorded before the first byte, so that a torn-off reading is known too. */
export const replayStarted = defineEvent({
  type: 'replay.started.v1',
  owner: 'audit',
  mutual: 'audit',
  title: { zh: '开始回放', en: 'Replay started' },
  data: {
    filters: replayFilters,
    range: replayRange,
    bodies: replayBodies,
    reason: work(Type.Optional(Text(500, '查阅理由')))
  }
})
