import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, PersonRef } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

const oneOf = <Name extends string>(description: string, ...names: Name[]) =>
  Type.Union(
    names.map((name) => Type.Literal(name)),
    { description }
  )

/** An officer signed in at the console. */
export const sessionOpened = defineEvent({
  type: 'session.opened.v1',
  owner: 'console',
  mutual: 'governance',
  title: { zh: '登录', en: 'Signed in' },
  data: {
    agency: open(AgencyCode('所在单位')),
    person: open(PersonRef()),
    method: open(oneOf('登录方式', 'password', 'oidc')),
    factor: open(
      oneOf('第二因素：无、动态口令、恢复码、由身份提供方核验', 'none', 'totp', 'recovery-code', 'provider')
    ),
    address: work(Type.String({ maxLength: 64, description: '来源地址' }))
  }
})
