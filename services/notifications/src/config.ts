import { Type } from '@sinclair/typebox'
import { databaseTlsSettings, serviceSeedFile, tlsSettings } from '@wuhu/host'

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
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ format: 'url', description: '消息服务地址 NATS, nats://host:port' }),
  NATS_CREDENTIALS: Type.Optional(
    Type.String({
      description: '消息服务凭据文件 path of the .creds file for NATS; none for a server without accounts'
    })
  ),
  NATS_ACCOUNTS_DIR: Type.Optional(
    Type.String({
      description:
        '单位账户密钥目录 folder with the keys of agencies’ NATS accounts; none: the bus has no such accounts'
    })
  ),
  NATS_PUBLIC_URLS: Type.Optional(
    Type.String({ description: '单位连接 NATS 的地址，逗号分隔 where agencies connect to NATS, with commas between' })
  ),
  HOST: Type.String({ default: '127.0.0.1', description: '监听地址 address to listen on' }),
  PORT: Type.Integer({ default: 7103, minimum: 0, maximum: 65535, description: '监听端口 port to listen on' }),
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
  SERVICE_SEED_FILE: serviceSeedFile,
  TOKEN_AUDIENCE: Type.String({ default: 'wuhu', description: '令牌 aud 的取值 audience that tokens must name' }),
  HEARTBEAT_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 60,
    default: 15,
    description: 'SSE 心跳间隔秒数 seconds between heartbeats of event streams'
  }),
  SLOW_CLIENT_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 600,
    default: 30,
    description: 'SSE 客户端停读多少秒后断开 seconds until a client that does not read is dropped'
  })
})
