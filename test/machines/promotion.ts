import {
  assessScored,
  bulletinEvents,
  statSnapshotTaken,
  suggestionEvents,
  superviseEvents,
  taskEvents,
  workCommended
} from '@wuhu/contracts'
import { assessment } from '../../services/audit/src/domain/assessment.ts'
import { bulletin } from '../../services/audit/src/domain/bulletin.ts'
import { commendation } from '../../services/audit/src/domain/commendation.ts'
import { snapshot } from '../../services/audit/src/domain/snapshot.ts'
import { suggestion } from '../../services/audit/src/domain/suggestion.ts'
import { supervision } from '../../services/audit/src/domain/supervision.ts'
import type { SupervisionCommand } from '../../services/audit/src/domain/supervision-state.ts'
import { task } from '../../services/audit/src/domain/task.ts'
import { type TaskCommand, taskStatuses } from '../../services/audit/src/domain/task-state.ts'
import { defineMachine, status } from './machine.ts'

const side = { office: false, justice: false }
const office = { agency: 'amr', person: 'o-1', role: 'office-head', ...side, office: true }
const convener = { ...office, person: 'o-9', role: 'convener' }
const target = { agency: 'tax', person: 't-1', role: 'handler', ...side }
const standing = (agency: string, assessable = true) => ({ agency, registered: true, assessable })
const rules = { days: { min: 5, max: 20 }, unsupervised: {} }
const dueAt = '2026-06-01T23:59:59+08:00'
const since = '2026-05-20T10:00:00+08:00'
const overdue = ['019a0000-0000-7000-8000-000000000003', '019a0000-0000-7000-8000-000000000004'] as const
const reason = '逾期未办结'
const note = '属实'

const propose = {
  ...({ do: 'propose', by: office, origin: 'person', subject: { kind: 'rectification' } } as const),
  ...{ target: standing('tax'), title: '任务未落实', reason, rules }
}
const supervising: SupervisionCommand[] = [
  propose,
  { ...propose, target: standing('court', false) },
  { do: 'dismiss', by: office, reason },
  { do: 'issue', by: office, days: 10, demand: '限期办结', rules },
  { do: 'send-letter', by: office, text: '请予支持' },
  { do: 'acknowledge', by: target },
  { do: 'report', by: target, report: { text: '已整改' } },
  { do: 'accept', by: office, note },
  { do: 'reject', by: office, reason: '整改不到位', days: 5, rules },
  ...overdue.map((deadline) => ({ do: 'find-overdue' as const, by: office, deadline, dueAt, since })),
  { do: 'yellow-card', by: office, reason },
  { do: 'red-card', by: convener, reason },
  { do: 'escalate', by: convener, reason },
  { do: 'close', by: office, note },
  { do: 'cancel', by: office, reason: '情况变化' }
]

const supervisionMachine = defineMachine({
  name: 'supervision',
  title: { zh: '督办', en: 'Supervision' },
  source: 'services/audit/src/domain/supervision.ts',
  remark: {
    zh: '对法院、检察院只发商请函，不督办。逾期、黄牌、红牌与提级不改变督办单本身的状态。',
    en: 'Court and procuratorate get a letter, never a card. Overdue, yellow, red and escalated leave the status.'
  },
  decider: supervision,
  events: superviseEvents,
  commands: supervising,
  statusOf: status,
  statuses: {
    none: '',
    proposed: '建议',
    dismissed: '不予督办',
    'letter-sent': '已发商请函',
    issued: '已下达',
    acknowledged: '已签收',
    reported: '已反馈',
    rejected: '已退回',
    accepted: '已认可',
    closed: '已销号',
    cancelled: '已撤销'
  }
})

const plan = {
  ...{ number: '1-2', title: '召开推进会', text: '召开全旗推进会', issuer: 'amr', owners: ['tax', 'science'] },
  dueOn: '2026-12-31'
}
const both = [target, { ...target, agency: 'science', person: 's-1' }]
const tasking: TaskCommand[] = [
  { do: 'plan', by: office, plan, owners: [standing('tax'), standing('science')] },
  { do: 'issue', by: convener, today: '2026-06-01' },
  { do: 'issue', by: convener, agencies: ['tax'], today: '2026-06-01' },
  ...both.flatMap((by): TaskCommand[] => [
    { do: 'sign', by },
    { do: 'report', by, report: { text: '已完成' } },
    { do: 'evaluate', by: office, agency: by.agency, result: 'completed' }
  ]),
  { do: 'archive', by: office },
  { do: 'cancel', by: convener, reason: '计划调整' }
]

const taskMachine = defineMachine({
  name: 'task',
  title: { zh: '任务', en: 'Task' },
  source: 'services/audit/src/domain/task.ts',
  remark: {
    zh: '多个责任单位时，任务的状态取最慢的一家。',
    en: 'A task of several agencies is as far as the slowest of them.'
  },
  decider: task,
  events: taskEvents,
  commands: tasking,
  statusOf: status,
  statuses: {
    none: '',
    ...Object.fromEntries(
      taskStatuses.map((one, n) => [
        one,
        ['计划', '已下达', '已签收', '已报告', '已评价', '已归档', '已撤销'][n] ?? one
      ])
    )
  }
})

const draft = { kind: 'bulletin', title: '六月通报', text: '本月办结情况' } as const
const bulletinMachine = defineMachine({
  name: 'bulletin',
  title: { zh: '通报', en: 'Bulletin' },
  source: 'services/audit/src/domain/bulletin.ts',
  decider: bulletin,
  events: bulletinEvents,
  commands: [
    { do: 'draft', by: office, draft },
    { do: 'redraft', by: office, draft: { ...draft, title: '六月通报（修订）' } },
    { do: 'approve', by: convener, revision: 1 },
    { do: 'approve', by: convener, revision: 2 },
    { do: 'publish', by: office }
  ],
  statusOf: status,
  statuses: { none: '', drafted: '草拟', approved: '已批准', published: '已发布' }
})

const suggestionMachine = defineMachine({
  name: 'suggestion',
  title: { zh: '检察建议、司法建议', en: 'Suggestion' },
  source: 'services/audit/src/domain/suggestion.ts',
  decider: suggestion,
  events: suggestionEvents,
  commands: [
    {
      ...{ do: 'send', agency: 'procuratorate', issues: 'procuratorial', addressee: standing('tax') },
      suggestion: { documentNumber: '乌中检建〔2026〕1号', title: '检察建议', text: '加强保密管理' }
    },
    { do: 'answer', agency: 'tax', answer: { documentNumber: '乌中税函〔2026〕1号', text: '已整改' } }
  ],
  statusOf: status,
  statuses: { none: '', received: '已收到', answered: '已回复' }
})

const sha256 = 'a'.repeat(64)
const manifest = { definition: 'on-time/2', upto: 1, count: 0, sha256 }
const snapshotMachine = defineMachine({
  name: 'snapshot',
  title: { zh: '统计快照', en: 'Snapshot of figures' },
  source: 'services/audit/src/domain/snapshot.ts',
  decider: snapshot,
  events: [statSnapshotTaken],
  commands: [
    {
      ...{ do: 'take', by: office, thisMonth: '2026-07' },
      snapshot: { kind: 'on-time', month: '2026-06', figures: [], manifest }
    }
  ],
  statusOf: status,
  statuses: { none: '', taken: '已生成' }
})

const scoring = { do: 'score', by: convener, agency: standing('tax'), month: '2026-06', snapshot: sha256 } as const
const assessmentMachine = defineMachine({
  name: 'assessment',
  title: { zh: '考核', en: 'Assessment' },
  source: 'services/audit/src/domain/assessment.ts',
  decider: assessment,
  events: [assessScored],
  commands: [
    { ...scoring, score: 95 },
    { ...scoring, score: 96, snapshot: 'b'.repeat(64) }
  ],
  statusOf: status,
  statuses: { none: '', scored: '已评分' }
})

const commendationMachine = defineMachine({
  name: 'commendation',
  title: { zh: '通报表扬', en: 'Commendation' },
  source: 'services/audit/src/domain/commendation.ts',
  decider: commendation,
  events: [workCommended],
  commands: [{ do: 'commend', by: convener, agency: standing('tax'), words: { title: '通报表扬', text: '办理及时' } }],
  statusOf: status,
  statuses: { none: '', commended: '已表扬' }
})

/** 工作互促. */
export const promotion = [
  supervisionMachine,
  taskMachine,
  bulletinMachine,
  suggestionMachine,
  snapshotMachine,
  assessmentMachine,
  commendationMachine
]
