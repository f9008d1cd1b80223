import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { Reason } from '../clue/fields.ts'

/** The side that was asked lets the asker into its case; now each knows the other. */
export const matchAccessGranted = defineEvent({
  type: 'match.access-granted.v1',
  owner: 'info-sharing',
  mutual: 'clue-sharing',
  title: { zh: '同意查阅匹配线索', en: 'Access to a matching clue granted' },
  data: {
    clue: open(UuidV7('本单位的线索')),
    asker: open(AgencyCode('请求单位')),
    granter: open(AgencyCode('同意单位')),
    caseNumber: open(CaseSourceNumber('请求单位由此参与的案源')),
    history: open(Type.Boolean({ description: '可否查看此前的办理过程' })),
    reason: work(Type.Optional(Reason('同意理由')))
  }
})
