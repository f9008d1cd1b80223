import { Type } from '@sinclair/typebox'
import { documentWordsSetting } from '@wuhu/documents'
import { attestations, clockSettings, databaseTlsSettings, serviceSeedFile, tlsSettings } from '@wuhu/host'

const databaseUrl = Type.String({
  format: 'url',
  description: '数据库地址 Postgres, postgres://role:password@host/database'
})

/** Settings of `main.ts migrate`. */
export const migrateSettings = Type.Object({
  ...databaseTlsSettings,
  DATABASE_URL: databaseUrl,
  SERVICE_ROLE: Type.Optional(
    Type.String({ description: '服务所用的数据库角色 role that gets the rights the service needs' })
  )
})

/** Settings of the service. */
export const settings = Type.Object({
  ...tlsSettings,
  ...clockSettings,
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ format: 'url', description: '消息服务地址 NATS, nats://host:port' }),
  NATS_CREDENTIALS: Type.Optional(
    Type.String({
      description: '消息服务凭据文件 path of the .creds file for NATS; none for a server without accounts'
    })
  ),
  SERVICE_SEED_FILE: serviceSeedFile,
  HOST: Type.String({ default: '127.0.0.1', description: '监听地址 address to listen on' }),
  PORT: Type.Integer({ default: 7104, minimum: 0, maximum: 65535, description: '监听端口 port to listen on' }),
  LOG_LEVEL: Type.String({ default: 'info', description: '日志级别 trace, debug, info, warn, error, fatal or silent' }),
  POOL_SIZE: Type.Integer({
    default: 10,
    minimum: 2,
    maximum: 100,
    description: '数据库连接数 connections to Postgres'
  }),
  RATE_LIMIT: Type.Integer({
    default: 600000,
    minimum: 1,
    description: '每地址每分钟请求数 requests a minute and address'
  }),
  AGENCY_RATE_LIMIT: Type.Integer({
    default: 300000,
    minimum: 1,
    description: '每单位每分钟请求数 requests a minute and agency, from all its addresses'
  }),
  METRICS_TOKEN: Type.Optional(
    Type.String({ minLength: 16, secret: true, description: '读取 /metrics 的令牌 bearer token for /metrics' })
  ),
  TOKEN_AUDIENCE: Type.String({ default: 'wuhu', description: '令牌 aud 的取值 audience that tokens must name' }),
  DOCUMENT_WORDS: documentWordsSetting,
  ATTESTATION: Type.Union(
    attestations.map((one) => Type.Literal(one)),
    {
      default: 'required',
      description: '不涉密声明：required 必须、optional 可省 attestation that no state secret is in it'
    }
  ),
  COURTS: Type.String({ default: 'court', description: '法院的单位代码，逗号分隔 agencies that judge, by comma' }),
  PROCURATORATES: Type.String({
    default: 'procuratorate',
    description: '检察院的单位代码，逗号分隔 agencies that prosecute, by comma'
  }),
  JUSTICE: Type.String({
    default: 'justice',
    description: '司法行政部门的单位代码 the bureau of justice, which supervises administrative enforcement'
  })
})
