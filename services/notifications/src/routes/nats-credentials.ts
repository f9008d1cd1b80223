import { Type } from '@sinclair/typebox'
import type { KeyRecord } from '@wuhu/access'
import { defineQuery, Problem, type QueryDefinition } from '@wuhu/host'
import type { NatsCredentials } from '../accounts/issue-credentials.ts'

const answer = Type.Object(
  {
    jwt: Type.String({
      description: 'NATS 用户 JWT，与本单位密钥种子一起用于连接 user JWT; connect with it and your own seed'
    }),
    apiPrefix: Type.String({ description: 'JetStream apiPrefix' }),
    stream: Type.String({ description: '收件流 stream of the mailboxes' }),
    durable: Type.String({ description: '本单位的持久消费者 your durable consumer' }),
    inboxPrefix: Type.String({ description: 'inboxPrefix of the connection' }),
    urls: Type.Optional(Type.Array(Type.String(), { description: '连接地址 where to connect' })),
    expiresAt: Type.String({ description: '凭据到期时间 when the server ends the connection' })
  },
  { additionalProperties: false }
)

export interface NatsCredentialsDeps {
  keyOf(kid: string): Promise<KeyRecord | undefined>
  /** Undefined where the bus runs without accounts. */
  readonly issue: ((key: KeyRecord) => Promise<NatsCredentials>) | undefined
}

/** `GET /v1/nats-credentials`: what the caller's key connects to NATS with. */
export function natsCredentialsQuery({ keyOf, issue }: NatsCredentialsDeps): QueryDefinition {
  return defineQuery({
    name: 'nats.credentials',
    path: '/v1/nats-credentials',
    action: 'nats.credentials',
    tag: 'mailbox',
    title: { zh: '领取 NATS 连接凭据', en: 'Credentials for NATS' },
    description: {
      zh: '为签发本次令牌的公钥签发，随公钥到期或吊销而失效；JWT 不是秘密，连接时另需本单位的密钥种子。',
      en: 'For the key that signed this token; ends with that key. The JWT is no secret: a connection also needs your seed.'
    },
    answer,
    async execute({ caller }) {
      if (!issue) {
        throw new Problem(501, 'nats.no-accounts', 'this bus has no account for each agency: use HTTP')
      }
      const key = await keyOf(caller.keyId)
      if (!key) throw new Error('the key that proved the caller is not in the directory')
      return { body: await issue(key) }
    }
  })
}
