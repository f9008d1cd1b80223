import { caseEvents, clueEvents, infoEvents, quarantineEvents } from '@wuhu/contracts'
import { caseRegister } from '../../services/info-sharing/src/domain/case.ts'
import { commands as clueCommands } from '../../services/info-sharing/src/domain/clue.fixture.ts'
import { clue } from '../../services/info-sharing/src/domain/clue.ts'
import { notice } from '../../services/info-sharing/src/domain/notice.ts'
import { quarantine } from '../../services/info-sharing/src/domain/quarantine.ts'
import { defineMachine, status } from './machine.ts'

const number = '150824-2026-000001'
const id = '019a0000-0000-7000-8000-000000000001'
const psb = { agency: 'psb' }

const clueMachine = defineMachine({
  name: 'clue',
  title: { zh: '线索', en: 'Clue' },
  source: 'services/info-sharing/src/domain/clue.ts',
  decider: clue,
  events: clueEvents,
  commands: Object.values(clueCommands),
  statusOf: status,
  statuses: {
    none: '',
    draft: '草稿',
    registered: '已登记',
    assigned: '已分办',
    verifying: '核查中',
    suspended: '已中止',
    returned: '已退回',
    merged: '已并案',
    filed: '已立案',
    'not-filed': '不予立案',
    referred: '已移送报送',
    concluded: '已作决定',
    transferred: '已移送公安',
    'feedback-given': '已反馈',
    archived: '已归档',
    reopened: '重启'
  }
})

const caseMachine = defineMachine({
  name: 'case',
  title: { zh: '案源', en: 'Case' },
  source: 'services/info-sharing/src/domain/case.ts',
  decider: caseRegister,
  events: caseEvents,
  commands: [
    { do: 'open', number, by: psb, title: '侵犯技术秘密', offices: ['amr'] },
    { do: 'add-party', by: psb, agency: 'court', ground: 'party', history: true, reason: '诉讼' },
    { do: 'link-number', by: psb, linked: '乌中公(经)立字〔2026〕1号', kind: 'police' },
    { do: 'close', by: psb, reason: '办结', office: false, openWork: false }
  ],
  statusOf: status,
  statuses: { none: '', open: '办理中', closed: '已办结' }
})

const told = { publisher: 'amr', title: '侵权风险提示', text: '近期……' }
const publish = { do: 'publish', standing: 'administration', to: 'conference', recipients: 20 } as const
const penalty = {
  ...told,
  documentNumber: '乌中市监处罚〔2026〕7号',
  company: '某某公司',
  legalBasis: '反不正当竞争法第二十六条',
  decidedOn: '2026-05-06'
}
const judgment = { ...told, courtCaseNumber: '(2026)内0824刑初1号', outcome: '有期徒刑一年', decidedOn: '2026-05-06' }
const statute = { ...told, issuer: '国务院', issuedAs: '国令第825号', effectiveOn: '2026-02-01' }

const noticeMachine = defineMachine({
  name: 'notice',
  title: { zh: '信息互通', en: 'Notice' },
  source: 'services/info-sharing/src/domain/notice.ts',
  decider: notice,
  events: infoEvents,
  commands: [
    { ...publish, event: { type: 'info.notice-published.v1', data: told } },
    { ...publish, event: { type: 'info.penalty-published.v1', data: penalty } },
    { ...publish, event: { type: 'info.judgment-shared.v1', data: judgment }, standing: 'court' },
    { ...publish, event: { type: 'info.statute-shared.v1', data: statute } },
    { do: 'sign', id, agency: 'psb', recipient: true }
  ],
  statusOf: status,
  statuses: { none: '', published: '已发布' }
})

const resolution = { outcome: 'false-alarm' as const, note: '系企业内部标注' }
const refused = {
  agency: 'psb',
  command: 'clue.receive',
  marks: [{ path: '/title', mark: 'secret' as const, length: 12 }],
  request: 'r-1',
  service: 'info-sharing' as const
}
const quarantineMachine = defineMachine({
  name: 'quarantine',
  title: { zh: '保密隔离', en: 'Quarantine' },
  source: 'services/info-sharing/src/domain/quarantine.ts',
  decider: quarantine,
  events: quarantineEvents.filter(({ type }) => type.startsWith('quarantine.')),
  commands: [
    { do: 'open', refused },
    { do: 'resolve', by: 'psb', offices: ['amr'], resolution }
  ],
  statusOf: status,
  statuses: { none: '', open: '待处理', resolved: '已处理' }
})

/** 信息互通 and 线索互享. */
export const cluesAndCases = [clueMachine, caseMachine, noticeMachine, quarantineMachine]
