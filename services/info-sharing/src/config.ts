import { Type } from '@sinclair/typebox'
import { documentWordsSetting } from '@wuhu/documents'
import { agencySettings, clockSettings, databaseTlsSettings, intakeSettings, serviceSettings } from '@wuhu/host'
import { objectSettings } from './object-settings.ts'

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
  ...serviceSettings({ port: 7101 }),
  ...agencySettings,
  ...intakeSettings,
  ...clockSettings,
  ...objectSettings.properties,
  DATABASE_URL: databaseUrl,
  NATS_URL: Type.String({ format: 'url', description: '消息服务地址 NATS, nats://host:port' }),
  DOCUMENT_WORDS: documentWordsSetting,
  UNMASK_MINUTES: Type.Integer({
    default: 30,
    minimum: 1,
    maximum: 1440,
    description: '脱敏内容可查看的分钟数 minutes in which unmasked fields may be read'
  }),
  REGION: Type.String({
    default: '150824',
    pattern: '^\\d{6}$',
    description: '行政区划代码 GB/T 2260, in case numbers'
  }),
  CASE_NUMBER_FORMAT: Type.String({
    default: '{region}-{year}-{seq:6}',
    description: '案源编号格式 case number format: {region}, {year}, {seq:digits}, letters, digits and -'
  }),
  POLICE: Type.String({
    default: 'psb',
    description: '公安机关的单位代码，逗号分隔 agencies that investigate crimes, by comma'
  }),
  COURTS: Type.String({ default: 'court', description: '法院的单位代码，逗号分隔 agencies that judge, by comma' }),
  PROCURATORATES: Type.String({
    default: 'procuratorate',
    description: '检察院的单位代码，逗号分隔 agencies that prosecute, by comma'
  }),
  SUPERIOR_BUREAU: Type.String({
    default: '巴彦淖尔市市场监督管理局',
    description: '线索报送的上级局（总局令第126号第三条） bureau that clues are referred up to'
  }),
  MATCH_KEYS_FILE: Type.Optional(
    Type.String({
      description: '盲比对密钥文件（wuhu match key 生成，权限 0600）；不设则不启用 keys of blind matching; unset: off'
    })
  ),
  MATCH_HOURLY: Type.Integer({
    default: 60,
    minimum: 1,
    description: '每单位每小时比对计算上限 identifiers evaluated an hour and agency'
  }),
  MATCH_DAILY: Type.Integer({
    default: 500,
    minimum: 1,
    description: '每单位每日比对计算上限 identifiers evaluated a day and agency'
  }),
  MATCH_FAN_OUT: Type.Integer({
    default: 5,
    minimum: 1,
    description: '同一标识最多告知的单位数 agencies that one is told of by one identifier'
  }),
  BOOTSTRAP_AGENCY: Type.Optional(
    Type.String({ description: '首个单位（办公室）代码 code of the office, registered when the directory is empty' })
  ),
  BOOTSTRAP_AGENCY_NAME: Type.String({ default: '市场监督管理局', description: '首个单位名称 name of that agency' }),
  BOOTSTRAP_KEY: Type.Optional(
    Type.String({ description: '首个安全管理员公钥（NKey） public key of its security administrator' })
  )
})
