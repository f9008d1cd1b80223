import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { Text } from '../../formats.ts'
import { work } from '../../sensitivity.ts'
import { replayBodies, replayCount, replayFilters, replayRange, replaySha256 } from './fields.ts'

/** A replay was read to its end; its manifest. */
export const replayCompleted = defineEvent({
  type: 'replay.completed.v1',
  owner: 'audit',
  mutual: 'audit',
  title: { zh: '回放完成', en: 'Replay completed' },
  data: {
    filters: replayFilters,
    range: replayRange,
    bodies: replayBodies,
    reason: work(Type.Optional(Text(500, '查阅理由'))),
    count: replayCount,
    sha256: replaySha256
  }
})
