import { Type } from '@sinclair/typebox'
import { attestations } from './inspect-intake.ts'
import { logLevels } from './logger.ts'
import { serviceSeedFile } from './service-key.ts'
import { tlsSettings } from './tls-settings.ts'

/**
 * Settings that every service has; spread into its own. `port` is where it listens, and `rateLimit` how many requests a
 * minute it answers an address, unless it is told otherwise.
 */
export const serviceSettings = ({ port, rateLimit = 600_000 }: { port: number; rateLimit?: number }) => ({
  ...tlsSettings,
  NATS_CREDENTIALS: Type.Optional(
    Type.String({
      description: '消息服务凭据文件 path of the .creds file for NATS; none for a server without accounts'
    })
  ),
  SERVICE_SEED_FILE: serviceSeedFile,
  HOST: Type.String({ default: '127.0.0.1', description: '监听地址 address to listen on' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: port, description: '监听端口 port to listen on' }),
  LOG_LEVEL: Type.Unsafe<string>({
    type: 'string',
    enum: [...logLevels],
    default: 'info',
    description: `日志级别 ${logLevels.join(', ')}`
  }),
  POOL_SIZE: Type.Integer({
    minimum: 2,
    maximum: 100,
    default: 10,
    description: '数据库连接数 connections to Postgres at most'
  }),
  RATE_LIMIT: Type.Integer({
    minimum: 1,
    default: rateLimit,
    description: '每地址每分钟请求数 requests a minute and address'
  }),
  METRICS_TOKEN: Type.Optional(
    Type.String({ minLength: 16, secret: true, description: '读取 /metrics 的令牌 bearer token for /metrics' })
  ),
  TOKEN_AUDIENCE: Type.String({
    minLength: 1,
    default: 'wuhu',
    description: '令牌 aud 的取值 audience that tokens must name'
  })
})

/** Settings of services that agencies' systems call. */
export const agencySettings = {
  AGENCY_RATE_LIMIT: Type.Integer({
    default: 300_000,
    minimum: 1,
    description: '每单位每分钟请求数 requests a minute and agency, from all its addresses'
  })
}

/** Settings of services that take text from outside. */
export const intakeSettings = {
  ATTESTATION: Type.Union(
    attestations.map((one) => Type.Literal(one)),
    {
      default: 'required',
      description: '不涉密声明：required 必须、optional 可省 attestation that no state secret is in it'
    }
  )
}
