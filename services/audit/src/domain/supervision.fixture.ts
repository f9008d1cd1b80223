import type { SuperviseEvent } from '@wuhu/contracts'
import { approvedBy, convener, machine, officerOf, staff, standing } from './acting.fixture.ts'
import type { Breach, SupervisionCommand, SupervisionRules } from './supervision-state.ts'

export const deadline = '019a0000-0000-7000-8000-000000000001'
export const ownClock = '019a0000-0000-7000-8000-000000000002'
export const rules: SupervisionRules = { days: { min: 5, max: 20 }, unsupervised: { B9: '权利' } }

/** The police did not sign the receipt of a transfer in time. */
export const breach: Breach = {
  ...{ deadline, rule: 'B4', name: '公安签收回执', of: 'transfer/019a0000-0000-7000-8000-00000000000a', holder: 'psb' },
  law: '国务院令310第7条',
  dueAt: '2026-06-01T18:00:00+08:00'
}
const words = { title: '档案不全', reason: '上季度自查报告未报送' }
type Propose = Extract<SupervisionCommand, { do: 'propose' }>

/** The office proposes that an agency puts something right. */
export const propose = (change: Partial<Propose> = {}): Propose => ({
  ...{ do: 'propose', by: staff, origin: 'person', target: standing('psb'), subject: { kind: 'rectification' } },
  ...words,
  rules,
  ...change
})
/** A missed clock proposes it by itself. */
export const proposeForClock = (change: Partial<Breach> = {}, by = machine): Propose => {
  const missed = { ...breach, ...change }
  const { title: _, reason: __, ...rest } = propose({ by, target: standing(missed.holder), breach: missed })
  return { ...rest, origin: by === machine ? 'deadline' : 'person', subject: { kind: 'missed-clock', deadline } }
}

type Named = { [E in SuperviseEvent as E['type']]: E }
const event = <T extends SuperviseEvent['type']>(type: T, data: Named[T]['data']) => ({ type, data }) as Named[T]

const approver = approvedBy(staff)
const parties = { target: 'psb', issuer: 'amr' }
const subject = { kind: 'rectification' } as const
const demand = '十个工作日内补报'
const reason = '逾期未反馈'
const report = { text: '已补报' }
const pressed = { target: 'psb', reason, approver: approvedBy(convener) }

export const events = {
  proposed: event('supervise.proposed.v1', { ...parties, form: 'card', origin: 'person', subject, ...words }),
  proposedLetter: event('supervise.proposed.v1', {
    ...{ target: 'court', issuer: 'amr', form: 'letter', origin: 'person', subject },
    ...words
  }),
  dismissed: event('supervise.dismissed.v1', { reason, approver }),
  issued: event('supervise.issued.v1', {
    ...parties,
    ...{ subject, document: 'supervision-card', ...words, demand, days: 10, approver }
  }),
  letterSent: event('supervise.letter-sent.v1', {
    ...{ target: 'court', issuer: 'amr', subject, title: words.title, text: demand, approver }
  }),
  acknowledged: event('supervise.acknowledged.v1', { target: 'psb' }),
  reported: event('supervise.reported.v1', { target: 'psb', round: 1, ...report }),
  accepted: event('supervise.accepted.v1', { round: 1, approver }),
  rejected: event('supervise.rejected.v1', { round: 1, reason, days: 5, approver }),
  overdue: event('supervise.overdue-found.v1', { target: 'psb', deadline: ownClock, dueAt: breach.dueAt }),
  yellow: event('supervise.carded.v1', { target: 'psb', colour: 'yellow', reason, approver }),
  red: event('supervise.carded.v1', { ...pressed, colour: 'red' }),
  escalated: event('supervise.escalated.v1', pressed),
  closed: event('supervise.closed.v1', { approver }),
  cancelled: event('supervise.cancelled.v1', { reason, approver })
}

const e = events
const issued = [e.proposed, e.issued]
const reported = [...issued, e.acknowledged, e.reported]
const overdue = [...issued, e.acknowledged, e.overdue]

/** Pasts that lead to each status, and to each card. */
export const past = {
  none: [],
  proposed: [e.proposed],
  letter: [e.proposedLetter],
  dismissed: [e.proposed, e.dismissed],
  'letter-sent': [e.proposedLetter, e.letterSent],
  issued,
  acknowledged: [...issued, e.acknowledged],
  overdue,
  yellow: [...overdue, e.yellow],
  red: [...overdue, e.yellow, e.red],
  escalated: [...overdue, e.yellow, e.red, e.escalated],
  reported,
  rejected: [...reported, e.rejected],
  accepted: [...reported, e.accepted],
  closed: [...reported, e.accepted, e.closed],
  cancelled: [...issued, e.cancelled]
} satisfies Record<string, SuperviseEvent[]>
export type Past = keyof typeof past

const target = officerOf('psb')

/** One good command of each kind, by whose turn it is. */
export const commands = {
  dismiss: { do: 'dismiss', by: staff, reason },
  issue: { do: 'issue', by: staff, days: 10, demand, rules },
  'send-letter': { do: 'send-letter', by: staff, text: demand },
  acknowledge: { do: 'acknowledge', by: target },
  report: { do: 'report', by: target, report },
  accept: { do: 'accept', by: staff },
  reject: { do: 'reject', by: staff, reason, days: 5, rules },
  'find-overdue': {
    ...{ do: 'find-overdue', by: machine, deadline: ownClock, dueAt: breach.dueAt },
    since: '2026-05-20T10:00:00+08:00'
  },
  'yellow-card': { do: 'yellow-card', by: staff, reason },
  'red-card': { do: 'red-card', by: convener, reason },
  escalate: { do: 'escalate', by: convener, reason },
  close: { do: 'close', by: staff },
  cancel: { do: 'cancel', by: staff, reason }
} satisfies Record<string, SupervisionCommand>
export type CommandName = keyof typeof commands
