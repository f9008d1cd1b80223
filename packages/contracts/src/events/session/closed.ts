import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, PersonRef } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

const reasons = ['sign-out', 'sign-out-everywhere', 'signed-in-again', 'idle', 'expired', 'no-role', 'account'] as const

/** A session ended: by its officer, by time, because the last role was revoked, or because the account changed. */
export const sessionClosed = defineEvent({
  type: 'session.closed.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '退出登录', en: 'Signed out' },
  data: {
    agency: open(AgencyCode('所在单位')),
    person: open(PersonRef()),
    reason: open(
      Type.Union(
        reasons.map((reason) => Type.Literal(reason)),
        { description: '结束原因' }
      )
    )
  }
})
