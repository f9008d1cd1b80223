import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Sha256, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Month } from '../stat/fields.ts'
import { approver } from '../supervise/fields.ts'

/** A score rests on a snapshot of counted events, and on an officer. Court and procuratorate are never scored. */
export const assessScored = defineEvent({
  type: 'assess.scored.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '考核计分', en: 'Agency scored' },
  data: {
    agency: open(AgencyCode('被考核单位')),
    issuer: open(AgencyCode('考核单位')),
    month: open(Month('考核月份')),
    score: open(Type.Integer({ minimum: 0, maximum: 100, description: '得分' })),
    /** Of the snapshot that it rests on. */
    snapshot: open(Sha256('所依据统计快照的 SHA-256')),
    note: work(Type.Optional(Text(1000, '说明'))),
    approver
  }
})
