import { type Static, Type } from '@sinclair/typebox'
import { databaseTlsSettings, serviceSettings } from '@wuhu/host'
import type { Rules } from './commands/context.ts'

const databaseUrl = Type.String({ minLength: 1, secret: true, description: 'Postgres 连接串 / connection string' })
const minutes = (value: number, description: string) =>
  Type.Integer({ minimum: 1, maximum: 10_080, default: value, description })

/** Settings of the service. */
export const settings = Type.Object({
  ...serviceSettings({ port: 7105, rateLimit: 3_000 }),
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ default: 'nats://127.0.0.1:4222', description: 'nats-server 地址 / address' }),
  ORIGIN: Type.String({
    format: 'url',
    default: 'http://127.0.0.1:7105',
    description:
      '浏览器所用地址；https 时 Cookie 仅经 TLS / where browsers find the console; with https cookies need TLS'
  }),
  CONSOLE_SEED_FILE: Type.String({
    minLength: 1,
    description: '工作台 NKey 种子文件，公钥以 console 用途登记 / file with its NKey seed, registered with role console'
  }),
  KEY_FILE: Type.String({
    minLength: 1,
    description: '加密密钥文件（base64，至少 32 字节）/ file with a secret of at least 32 bytes in base64'
  }),
  TRUSTED_PROXIES: Type.String({
    default: '',
    description:
      '可信反向代理的地址或网段，逗号分隔 / addresses or networks of proxies whose X-Forwarded-For is believed'
  }),
  SECOND_FACTOR_FOR_ALL: Type.Boolean({
    default: true,
    description: '所有人员均须动态口令；管理员始终须有 / one-time codes of everybody; of administrators always'
  }),
  IDLE_MINUTES: minutes(30, '会话闲置多少分钟后结束 / minutes until an idle session ends'),
  SESSION_MINUTES: minutes(480, '会话最长分钟数 / minutes until a session ends anyway'),
  ENROLMENT_MINUTES: minutes(4_320, '启用码有效分钟数 / minutes that an enrolment code lives'),
  LOCK_AFTER: Type.Integer({
    minimum: 3,
    maximum: 100,
    default: 10,
    description: '15 分钟内失败多少次后锁定账号 / failures within 15 minutes that lock an account'
  }),
  ADDRESS_FAILURES: Type.Integer({
    minimum: 3,
    default: 100,
    description: '15 分钟内每个来源地址可失败次数 / failures within 15 minutes from one address'
  }),
  OIDC_ISSUER: Type.Optional(
    Type.String({ format: 'url', description: '统一身份提供方 / issuer of an OpenID provider' })
  ),
  OIDC_CLIENT_ID: Type.Optional(Type.String({ minLength: 1, description: '在提供方登记的客户端 / client id' })),
  OIDC_CLIENT_SECRET_FILE: Type.Optional(
    Type.String({ minLength: 1, description: '客户端密钥文件 / file with the client secret' })
  ),
  OIDC_NAME: Type.String({ minLength: 1, default: 'OpenID', description: '登录按钮上的名称 / name on the button' }),
  OIDC_SCOPE: Type.String({ minLength: 1, default: 'openid', description: '请求的 scope / scope to ask for' }),
  OIDC_AGENCY_CLAIM: Type.Optional(
    Type.String({
      minLength: 1,
      description: '单位代码所在的声明 / claim with the agency; else the table of identities'
    })
  ),
  OIDC_PERSON_CLAIM: Type.Optional(
    Type.String({
      minLength: 1,
      description: '人员代号所在的声明 / claim with the officer; else the table of identities'
    })
  )
})

/** Settings of `main.ts migrate`, which runs as an administrator of the database. */
export const migrateSettings = Type.Object({
  ...databaseTlsSettings,
  DATABASE_URL: databaseUrl,
  SERVICE_ROLE: Type.Optional(
    Type.String({ description: '服务的数据库角色 / role of the service, to be granted its rights' })
  )
})

type Config = Pick<
  Static<typeof settings>,
  'SECOND_FACTOR_FOR_ALL' | 'IDLE_MINUTES' | 'SESSION_MINUTES' | 'ENROLMENT_MINUTES' | 'LOCK_AFTER' | 'ADDRESS_FAILURES'
>

const minute = 60_000
const window = 15 * minute

/** The settings as rules. Three failures cost no delay; then 1, 2, 4 ... seconds, at most a minute. */
export const rulesOf = (config: Config): Rules => ({
  secondFactorForAll: config.SECOND_FACTOR_FOR_ALL,
  idle: config.IDLE_MINUTES * minute,
  longestSession: config.SESSION_MINUTES * minute,
  enrolment: config.ENROLMENT_MINUTES * minute,
  perAccount: { attempts: config.LOCK_AFTER, window, free: 3, longestDelay: minute },
  perAddress: { attempts: config.ADDRESS_FAILURES, window, free: config.ADDRESS_FAILURES, longestDelay: 0 }
})
