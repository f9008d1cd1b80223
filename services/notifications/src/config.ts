import { Type } from '@sinclair/typebox'
import { agencySettings, databaseTlsSettings, serviceSettings } from '@wuhu/host'

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
  ...serviceSettings({ port: 7103 }),
  ...agencySettings,
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ format: 'url', description: '消息服务地址 NATS, nats://host:port' }),
  NATS_ACCOUNTS_DIR: Type.Optional(
    Type.String({
      description:
        '单位账户密钥目录 folder with the keys of agencies’ NATS accounts; none: the bus has no such accounts'
    })
  ),
  NATS_PUBLIC_URLS: Type.Optional(
    Type.String({ description: '单位连接 NATS 的地址，逗号分隔 where agencies connect to NATS, with commas between' })
  ),
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
