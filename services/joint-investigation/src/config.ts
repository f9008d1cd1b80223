import { Type } from '@sinclair/typebox'
import { documentWordsSetting } from '@wuhu/documents'
import { attestations, clockSettings, databaseTlsSettings, logLevels, serviceSeedFile, tlsSettings } from '@wuhu/host'

const databaseUrl = Type.String({ minLength: 1, secret: true, description: 'Postgres 连接串 / connection string' })

/** Settings of the service. */
export const settings = Type.Object({
  ...tlsSettings,
  ...clockSettings,
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ default: 'nats://127.0.0.1:4222', description: 'nats-server 地址 / address' }),
  NATS_CREDENTIALS: Type.Optional(
    Type.String({
      description: '消息服务凭据文件 path of the .creds file for NATS; none for a server without accounts'
    })
  ),
  HOST: Type.String({ default: '127.0.0.1', description: '监听地址 / address to listen on' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 7102, description: '监听端口 / port to listen on' }),
  LOG_LEVEL: Type.Union(
    logLevels.map((level) => Type.Literal(level)),
    { default: 'info', description: '日志级别 / lines to write' }
  ),
  POOL_SIZE: Type.Integer({ minimum: 2, maximum: 100, default: 10, description: '数据库连接数 / connections at most' }),
  SERVICE_SEED_FILE: serviceSeedFile,
  TOKEN_AUDIENCE: Type.String({ minLength: 1, default: 'wuhu', description: '令牌的 aud / aud of tokens' }),
  AGENCY_RATE_LIMIT: Type.Integer({
    default: 300000,
    minimum: 1,
    description: '每单位每分钟请求数 requests a minute and agency, from all its addresses'
  }),
  METRICS_TOKEN: Type.Optional(
    Type.String({ minLength: 16, secret: true, description: '/metrics 的访问令牌 / bearer token for /metrics' })
  ),
  RATE_LIMIT: Type.Integer({
    minimum: 1,
    default: 600_000,
    description: '每分钟每个来源地址的请求数 / requests a minute from one address'
  }),
  DOCUMENT_WORDS: documentWordsSetting,
  ATTESTATION: Type.Union(
    attestations.map((one) => Type.Literal(one)),
    {
      default: 'required',
      description: '不涉密声明：required 必须、optional 可省 attestation that no state secret is in it'
    }
  ),
  POLICE: Type.String({
    default: 'psb',
    description: '公安机关的单位代码，逗号分隔 agencies that investigate crimes, by comma'
  }),
  COURTS: Type.String({ default: 'court', description: '法院的单位代码，逗号分隔 agencies that judge, by comma' }),
  PROCURATORATES: Type.String({
    default: 'procuratorate',
    description: '检察院的单位代码，逗号分隔 agencies that prosecute, by comma'
  }),
  CASE_WAIT_MS: Type.Integer({
    minimum: 0,
    maximum: 10_000,
    default: 1_000,
    description: '发函时等候案源登记到达的毫秒数 / milliseconds to wait for a case just opened elsewhere'
  })
})

/** Settings of `main.ts migrate`, which runs as an administrator of the database. */
export const migrateSettings = Type.Object({
  ...databaseTlsSettings,
  DATABASE_URL: databaseUrl,
  SERVICE_ROLE: Type.Optional(
    Type.String({ description: '服务的数据库角色 / role of the service, to be granted its rights' })
  )
})
