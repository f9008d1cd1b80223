import { assistEvents, consultEvents, evidenceEvents, opinionDraftEvents, transferEvents } from '@wuhu/contracts'
import { commands, request, requestOutside } from '../../services/joint-investigation/src/domain/assistance.fixture.ts'
import { assistance } from '../../services/joint-investigation/src/domain/assistance.ts'
import * as consulting from '../../services/joint-investigation/src/domain/consultation.fixture.ts'
import { consultation } from '../../services/joint-investigation/src/domain/consultation.ts'
import {
  commands as handling,
  now as registered
} from '../../services/joint-investigation/src/domain/evidence.fixture.ts'
import { evidence } from '../../services/joint-investigation/src/domain/evidence.ts'
import { draftOpinion } from '../../services/joint-investigation/src/domain/opinion-draft.fixture.ts'
import { opinionDraft } from '../../services/joint-investigation/src/domain/opinion-draft.ts'
import { examples } from '../../services/joint-investigation/src/domain/transfer.fixture.ts'
import { transfer } from '../../services/joint-investigation/src/domain/transfer.ts'
import { defineMachine, now, status } from './machine.ts'

const assistanceMachine = defineMachine({
  name: 'assistance',
  title: { zh: '协查', en: 'Assistance' },
  source: 'services/joint-investigation/src/domain/assistance.ts',
  decider: assistance,
  events: assistEvents,
  commands: [request(), requestOutside(), ...Object.values(commands)],
  statusOf: status,
  statuses: {
    none: '',
    sent: '已发出',
    received: '已签收',
    accepted: '已受理',
    refused: '已拒绝',
    replied: '已复函',
    'supplement-requested': '待补充',
    confirmed: '已确认',
    withdrawn: '已撤回',
    closed: '已办结'
  }
})

const consultationMachine = defineMachine({
  name: 'consultation',
  title: { zh: '会商', en: 'Consultation' },
  source: 'services/joint-investigation/src/domain/consultation.ts',
  decider: consultation,
  events: consultEvents,
  commands: [...Object.values(consulting.commands), ...consulting.moreCommands],
  statusOf: status,
  now: [now, consulting.after],
  statuses: {
    none: '',
    proposed: '已提请',
    declined: '不予受理',
    accepted: '已受理',
    'materials-ready': '材料齐备',
    convened: '已召集',
    held: '已召开',
    'minutes-drafted': '纪要会签中',
    'minutes-signed': '纪要签署完毕',
    closed: '已办结'
  }
})

const opinionDraftMachine = defineMachine({
  name: 'opinion-draft',
  title: { zh: '会商书面意见草稿', en: 'Draft of an opinion' },
  source: 'services/joint-investigation/src/domain/opinion-draft.ts',
  remark: {
    zh: '每个单位在每件会商上各有一条，仅本单位可见；与会商分开存放，他人从会商的版本号上也看不出有无草稿。',
    en: 'One for each agency on each consultation, apart from it: not even its version tells others that there is a draft.'
  },
  decider: opinionDraft,
  events: opinionDraftEvents,
  commands: [draftOpinion, { ...draftOpinion, text: '二稿' }],
  statusOf: status,
  statuses: { none: '', drafted: '已起草' }
})

const transferMachine = defineMachine({
  name: 'transfer',
  title: { zh: '涉嫌犯罪案件移送', en: 'Criminal transfer' },
  source: 'services/joint-investigation/src/domain/transfer.ts',
  remark: {
    zh: '两个起点：行政机关发现犯罪嫌疑（正向），或者检察院对未经移送的案件不起诉（反向）。处罚决定的抄送不改变状态。',
    en: 'Two beginnings: an agency suspects a crime, or a case that came without a transfer is not prosecuted.'
  },
  decider: transfer,
  events: transferEvents,
  commands: examples,
  statusOf: status,
  statuses: {
    none: '',
    suspected: '涉嫌犯罪',
    'team-formed': '已组专案组',
    reported: '已报告',
    approved: '已批准',
    refused: '不批准',
    sent: '已移送',
    receipted: '已签收',
    'supplement-requested': '要求补正',
    supplemented: '已补正',
    rerouted: '已转送（非成员单位）',
    accepted: '已受案',
    filed: '已立案',
    'handed-over': '已移交物品',
    'not-filed': '不予立案',
    'reconsideration-requested': '已提请复议',
    upheld: '复议维持',
    reversed: '复议撤销',
    'supervision-requested': '已建议监督',
    'explanation-required': '已要求说明理由',
    explained: '已说明理由',
    'filing-ordered': '已通知立案',
    'reasons-upheld': '理由成立',
    'returned-to-administration': '恢复行政处理',
    withdrawn: '已撤案',
    'withdrawal-notified': '已告知撤案',
    'sent-for-prosecution': '已移送起诉',
    prosecuted: '已起诉',
    'not-prosecuted': '不起诉',
    'reverse-accepted': '反向衔接受理',
    'reverse-closed': '反向衔接终结',
    'opinion-received': '已提检察意见',
    'opinion-answered': '已回复',
    closed: '已办结'
  }
})

const evidenceMachine = defineMachine({
  name: 'evidence',
  title: { zh: '证据物品保管', en: 'Custody of evidence' },
  source: 'services/joint-investigation/src/domain/evidence.ts',
  decider: evidence,
  events: evidenceEvents,
  commands: Object.values(handling),
  now: [registered],
  statusOf: status,
  statuses: { none: '', held: '保管中', 'in-transit': '移交途中', returned: '已发还', disposed: '已处置' }
})

/** 疑难互商, 协查互助 and 行刑衔接. */
export const jointWork = [consultationMachine, opinionDraftMachine, assistanceMachine, evidenceMachine, transferMachine]
