import { Type } from '@sinclair/typebox'

/** An NKey user public key. Its checksum is verified where the key enters, not here. */
export const KeyId = (description: string) =>
  Type.String({ pattern: '^U[A-Z2-7]{55}$', minLength: 56, maxLength: 56, description })

/** What the holder of a key may do: an agency's own system, or one of the three separated administrators 三员. */
export const keyRole = Type.Union(
  [
    Type.Literal('agency-system'),
    Type.Literal('security-admin'),
    Type.Literal('system-admin'),
    Type.Literal('audit-admin')
  ],
  { description: '密钥用途：单位系统、安全管理员、系统管理员、审计管理员' }
)
