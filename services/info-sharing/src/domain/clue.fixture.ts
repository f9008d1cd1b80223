import type { ClueEvent } from '@wuhu/contracts'
import type { ClueCommand } from './clue-command.ts'
import type { ClueStatus } from './clue-state.ts'

export const offices = ['amr']
export const intake = { agency: 'science', person: 's-1', role: 'liaison' }
export const office = { agency: 'amr', person: 'o-1', role: 'office-staff' }
export const handler = { agency: 'psb', person: 'p-1', role: 'handler' }
export const head = { agency: 'psb', person: 'p-8', role: 'agency-head' }
export const leader = { agency: 'psb', person: 'p-9', role: 'agency-leader' }
export const now = '2026-06-01T09:00:00+08:00'
export const due = '2026-06-23T18:00:00+08:00'
export const later = '2026-07-14T18:00:00+08:00'
export const transfer = '0198c0de-0000-7000-8000-000000000003'
export const other = '0198c0de-0000-7000-8000-000000000002'

const written = {
  channel: 'report',
  title: '某企业图纸被离职员工带走',
  allegedAct: 'breach-of-confidence',
  receivedAt: now,
  reporterToken: 'r-8f3kQ21x'
} as const
const crimeSigns = { grounds: ['涉嫌侵犯商业秘密罪'], amountYuan: 1 }

/** One valid command of each kind. */
export const commands = {
  receive: { do: 'receive', by: intake, clue: written },
  register: { do: 'register', by: intake, caseNumber: '150824-2026-000001' },
  match: { do: 'match', by: office, offices, other, basis: '同一离职员工' },
  merge: { do: 'merge', by: office, offices, into: other, reason: '同一案件' },
  absorb: { do: 'absorb', by: office, offices, clue: other, intakes: ['tax'], reason: '同一案件' },
  assign: { do: 'assign', by: office, offices, to: 'psb', dueAt: due },
  accept: { do: 'accept', by: handler },
  return: { do: 'return', by: handler, reason: '不属于本单位职责' },
  extend: { do: 'extend', by: leader, dueAt: later, reason: '案情复杂' },
  suspend: { do: 'suspend', by: handler, basis: 'appraisal' },
  resume: { do: 'resume', by: handler, reason: '鉴定意见已出具' },
  file: {
    do: 'file',
    by: leader,
    agencyCaseNumber: '乌中公(经)立字〔2026〕1号',
    legalBasis: '刑法第219条',
    crimeSigns
  },
  'not-file': { do: 'not-file', by: leader, ground: 'not-established', reason: '不具有秘密性' },
  refer: { do: 'refer', by: handler, outside: '巴彦淖尔市市场监督管理局', ground: '总局令第126号第三条' },
  feedback: { do: 'feedback', by: handler, outcome: '已立案' },
  archive: { do: 'archive', by: office, offices, openWork: false },
  reopen: { do: 'reopen', by: intake, offices, reason: '发现新的证据' },
  'assess-upper': { do: 'assess-upper', by: handler, ground: '总局令第126号第三条' },
  'dispute-jurisdiction': {
    do: 'dispute-jurisdiction',
    by: handler,
    outside: '乌拉特前旗市场监督管理局',
    reason: '行为地与结果地不同'
  },
  'settle-jurisdiction': { do: 'settle-jurisdiction', by: handler, manner: 'agreed', competent: 'own' },
  'inform-reporter': { do: 'inform-reporter', by: intake, way: 'letter', informedOn: '2026-06-01' },
  'extend-penalty': { do: 'extend-penalty', by: head, reason: '案情复杂' },
  'decide-penalty': {
    do: 'decide-penalty',
    by: leader,
    outcome: 'penalty',
    documentNumber: '乌中市监处罚〔2026〕1号',
    fineYuan: 500_000,
    decidedOn: '2026-06-01'
  },
  'publish-penalty': { do: 'publish-penalty', by: handler, notice: other },
  transfer: { do: 'transfer', by: { agency: 'psb' }, transfer, to: 'police' },
  'take-back': { do: 'take-back', by: { agency: 'psb' }, transfer, ground: 'not-filed' }
} as const satisfies { [Name in ClueCommand['do']]: ClueCommand & { do: Name } }

const approver = { person: 'p-9', role: 'agency-leader' } as const
const { title } = written

const received: ClueEvent = { type: 'clue.received.v1', data: { intake: 'science', ...written } }
const registered: ClueEvent = { type: 'clue.registered.v1', data: { caseNumber: '150824-2026-000001', title } }
const assigned: ClueEvent = { type: 'clue.assigned.v1', data: { to: 'psb', dueAt: due, title } }
const accepted: ClueEvent = { type: 'clue.accepted.v1', data: {} }
const returned: ClueEvent = { type: 'clue.returned.v1', data: { reason: '不属于本单位职责' } }
const suspended: ClueEvent = { type: 'clue.suspended.v1', data: { basis: 'appraisal' } }
const filed: ClueEvent = {
  type: 'clue.filed.v1',
  data: { agencyCaseNumber: '乌中公(经)立字〔2026〕1号', legalBasis: '刑法第219条', crimeSigns, approver }
}
const notFiled: ClueEvent = {
  type: 'clue.not-filed.v1',
  data: { ground: 'not-established', reason: '不具有秘密性', approver }
}
const referred: ClueEvent = {
  type: 'clue.referred.v1',
  data: { outside: '巴彦淖尔市市场监督管理局', ground: '总局令第126号第三条' }
}
const merged: ClueEvent = { type: 'clue.merged.v1', data: { into: other, reason: '同一案件' } }
const fedBack: ClueEvent = { type: 'clue.feedback-given.v1', data: { to: ['science'], outcome: '已立案' } }
const archived: ClueEvent = { type: 'clue.archived.v1', data: {} }
const reopened: ClueEvent = { type: 'clue.reopened.v1', data: { reason: '发现新的证据' } }
const assessed: ClueEvent = { type: 'clue.assessed-upper.v1', data: { ground: '总局令第126号第三条' } }
const disputed: ClueEvent = {
  type: 'clue.jurisdiction-disputed.v1',
  data: { outside: '乌拉特前旗市场监督管理局', reason: '行为地与结果地不同' }
}
const settled: ClueEvent = { type: 'clue.jurisdiction-settled.v1', data: { manner: 'agreed', competent: 'own' } }
const informed: ClueEvent = { type: 'clue.reporter-informed.v1', data: { way: 'letter', informedOn: '2026-06-01' } }
const longer: ClueEvent = {
  type: 'clue.penalty-extended.v1',
  data: { reason: '案情复杂', approver: { person: 'p-8', role: 'agency-head' } }
}
const concluded: ClueEvent = {
  type: 'clue.penalty-decided.v1',
  data: {
    outcome: 'penalty',
    documentNumber: '乌中市监处罚〔2026〕1号',
    fineYuan: 500_000,
    decidedOn: '2026-06-01',
    approver
  }
}
const published: ClueEvent = { type: 'clue.penalty-published.v1', data: { notice: other } }
const transferred: ClueEvent = { type: 'clue.transferred.v1', data: { transfer, to: 'police' } }
const takenBack: ClueEvent = { type: 'clue.taken-back.v1', data: { transfer, ground: 'not-filed' } }

const verifying = [received, registered, assigned, accepted]

/** A past that leads to each status. */
export const pasts: Record<ClueStatus | 'none', ClueEvent[]> = {
  none: [],
  draft: [received],
  registered: [received, registered],
  assigned: [received, registered, assigned],
  verifying,
  suspended: [...verifying, suspended],
  returned: [received, registered, assigned, returned],
  merged: [received, registered, merged],
  filed: [...verifying, filed],
  'not-filed': [...verifying, notFiled],
  referred: [...verifying, referred],
  concluded: [...verifying, filed, concluded],
  transferred: [...verifying, filed, transferred],
  'feedback-given': [...verifying, filed, fedBack],
  archived: [...verifying, filed, concluded, fedBack, archived],
  reopened: [...verifying, notFiled, reopened]
}

/** What each command makes happen. */
export const happens: Record<ClueCommand['do'], ClueEvent> = {
  receive: received,
  register: registered,
  match: { type: 'clue.matched.v1', data: { other, basis: '同一离职员工' } },
  merge: merged,
  absorb: { type: 'clue.merged.v1', data: { absorbed: other, intakes: ['tax'], reason: '同一案件' } },
  assign: assigned,
  accept: accepted,
  return: returned,
  extend: { type: 'clue.extended.v1', data: { dueAt: later, reason: '案情复杂', approver } },
  suspend: suspended,
  resume: { type: 'clue.resumed.v1', data: { reason: '鉴定意见已出具' } },
  file: filed,
  'not-file': notFiled,
  refer: referred,
  feedback: fedBack,
  archive: archived,
  reopen: reopened,
  'assess-upper': assessed,
  'dispute-jurisdiction': disputed,
  'settle-jurisdiction': settled,
  'inform-reporter': informed,
  'extend-penalty': longer,
  'decide-penalty': concluded,
  'publish-penalty': published,
  transfer: transferred,
  'take-back': takenBack
}
