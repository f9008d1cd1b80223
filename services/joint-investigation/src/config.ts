import { Type } from '@sinclair/typebox'
import { documentWordsSetting } from '@wuhu/documents'
import { agencySettings, clockSettings, databaseTlsSettings, intakeSettings, serviceSettings } from '@wuhu/host'

/** Codes of agencies by comma, one at least. */
const agencies = (usual: string, description: string) =>
  Type.String({ default: usual, pattern: '^\\s*[a-z0-9-]+\\s*(,\\s*[a-z0-9-]+\\s*)*$', description })

const databaseUrl = Type.String({ minLength: 1, secret: true, description: 'Postgres 连接串 / connection string' })

/** Settings of the service. */
export const settings = Type.Object({
  ...serviceSettings({ port: 7102 }),
  ...agencySettings,
  ...intakeSettings,
  ...clockSettings,
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ default: 'nats://127.0.0.1:4222', description: 'nats-server 地址 / address' }),
  DOCUMENT_WORDS: documentWordsSetting,
  POLICE: agencies(
    'psb',
    '公安机关的单位代码，逗号分隔，不可为空 agencies that investigate crimes, by comma, one at least'
  ),
  COURTS: agencies('court', '法院的单位代码，逗号分隔，不可为空 agencies that judge, by comma, one at least'),
  PROCURATORATES: agencies(
    'procuratorate',
    '检察院的单位代码，逗号分隔，不可为空 agencies that prosecute, by comma, one at least'
  ),
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
