import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Instant, PersonRef } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

const reasons = [
  'unknown-account',
  'password',
  'second-factor',
  'not-active',
  'no-role',
  'enrolment-code',
  'provider',
  'too-many'
] as const

/**
 * Attempts to sign in that were refused, counted over a while: one event, however many packets. What was typed for an
 * account that does not exist is not told; it may be a password in the wrong field.
 */
export const sessionRefused = defineEvent({
  type: 'session.refused.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '登录被拒绝', en: 'Sign-in refused' },
  data: {
    agency: open(Type.Optional(AgencyCode('账号所在单位'))),
    person: open(Type.Optional(PersonRef())),
    reason: open(
      Type.Union(
        reasons.map((reason) => Type.Literal(reason)),
        { description: '拒绝原因' }
      )
    ),
    count: open(Type.Integer({ minimum: 1, description: '次数' })),
    from: open(Instant('首次时间')),
    until: open(Instant('末次时间')),
    addresses: work(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 8, description: '来源地址，至多八个' }))
  }
})
