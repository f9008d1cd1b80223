import { clueMessages } from './commands/clue-messages.ts'

/** Titles of the problems that this service can answer with, by code. */
export const messages = {
  zh: {
    ...clueMessages.zh,
    'agency.exists': '该单位已登记',
    'agency.unknown': '没有这个单位',
    'agency.key-exists': '该公钥已登记',
    'agency.key-unknown': '该单位没有这个公钥',
    'agency.key-validity': '公钥有效期有误',
    'case.unknown': '没有这个案源',
    'case.exists': '案源已存在',
    'case.closed': '案源已办结',
    'case.closer': '案源由建案单位或办公室办结',
    'case.opener': '不经线索建案限办公室和核心单位',
    'notice.unknown': '没有这条信息',
    'notice.exists': '信息已发布',
    'notice.own': '发布单位无须签收',
    'notice.no-recipient': '没有收件单位',
    'notice.note-needs-names': '工作说明限点名送达',
    'notice.not-a-court': '裁判信息由法院发布',
    'notice.not-administrative': '处罚信息由行政机关发布',
    'notice.no-offender': '处罚信息须写明当事人',
    'notice.uscc-without-company': '填写统一社会信用代码须写明单位名称',
    'schema.unknown': '没有这种事件'
  },
  en: {
    ...clueMessages.en,
    'agency.exists': 'The agency is registered',
    'agency.unknown': 'There is no such agency',
    'agency.key-exists': 'The key is registered',
    'agency.key-unknown': 'The agency has no such key',
    'agency.key-validity': 'The key would end before it begins',
    'case.unknown': 'There is no such case',
    'case.exists': 'The case exists',
    'case.closed': 'The case is closed',
    'case.closer': 'A case is closed by the agency that opened it or by the office',
    'case.opener': 'A case without a clue is opened by the office or a core agency',
    'notice.unknown': 'There is no such notice',
    'notice.exists': 'The notice is published',
    'notice.own': 'The publisher does not sign for it',
    'notice.no-recipient': 'Nobody would receive it',
    'notice.note-needs-names': 'A working note goes to agencies named one by one',
    'notice.not-a-court': 'Judgments are shared by courts',
    'notice.not-administrative': 'Penalties are published by administrative agencies',
    'notice.no-offender': 'A penalty names the company or person it was imposed on',
    'notice.uscc-without-company': 'A unified social credit code belongs to a company',
    'schema.unknown': 'There is no such event'
  }
} as const
