import { Type } from '@sinclair/typebox'
import { documentWordsSetting } from '@wuhu/documents'
import { agencySettings, clockSettings, databaseTlsSettings, intakeSettings, serviceSettings } from '@wuhu/host'

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
  ...serviceSettings({ port: 7104 }),
  ...agencySettings,
  ...intakeSettings,
  ...clockSettings,
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ format: 'url', description: '消息服务地址 NATS, nats://host:port' }),
  DOCUMENT_WORDS: documentWordsSetting,
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
