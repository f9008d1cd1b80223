import { Type } from '@sinclair/typebox'
import { logLevels } from '@wuhu/host'

const databaseUrl = Type.String({ minLength: 1, secret: true, description: 'Postgres 连接串 / connection string' })

/** Settings of the service. */
export const settings = Type.Object({
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ default: 'nats://127.0.0.1:4222', description: 'nats-server 地址 / address' }),
  HOST: Type.String({ default: '127.0.0.1', description: '监听地址 / address to listen on' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 7102, description: '监听端口 / port to listen on' }),
  LOG_LEVEL: Type.Union(
    logLevels.map((level) => Type.Literal(level)),
    { default: 'info', description: '日志级别 / lines to write' }
  ),
  POOL_SIZE: Type.Integer({ minimum: 2, maximum: 100, default: 10, description: '数据库连接数 / connections at most' }),
  TOKEN_AUDIENCE: Type.String({ minLength: 1, default: 'wuhu', description: '令牌的 aud / aud of tokens' }),
  METRICS_TOKEN: Type.Optional(
    Type.String({ minLength: 16, secret: true, description: '/metrics 的访问令牌 / bearer token for /metrics' })
  ),
  RATE_LIMIT: Type.Integer({
    minimum: 1,
    default: 600_000,
    description: '每分钟每个来源地址的请求数 / requests a minute from one address'
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
  DATABASE_URL: databaseUrl,
  SERVICE_ROLE: Type.Optional(
    Type.String({ description: '服务的数据库角色 / role of the service, to be granted its rights' })
  )
})
