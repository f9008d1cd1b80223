import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from '../clue/fields.ts'

/** The side that was asked says no. The asker learns that alone: its copy has no reason, and no name but its own. */
export const matchAccessDeclined = defineEvent({
  type: 'match.access-declined.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '不同意查阅匹配线索', en: 'Access to a matching clue declined' },
  data: {
    clue: open(UuidV7('本单位的线索')),
    asker: open(AgencyCode('请求单位')),
    reason: work(Type.Optional(Reason('不同意的理由，仅本单位可见')))
  }
})
