import type { AssistEvent } from '@wuhu/contracts'
import type { AssistanceCommand, External } from './assistance-state.ts'

export const now = '2026-06-01T09:00:00+08:00'
export const later = '2026-06-15T18:00:00+08:00'
export const latest = '2026-06-22T18:00:00+08:00'

/** A letter of the market regulator to the police. */
export const letter: Extract<AssistanceCommand, { do: 'request' }>['letter'] = {
  caseNumber: '150824-2026-000001',
  addressee: 'psb',
  letterNumber: '乌中市监协〔2026〕1号',
  title: '核实离职人员去向',
  items: [{ kind: 'inquiry', text: '询问离职人员王某' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-leader' }
}

export const approver = { person: 'p-101', role: 'agency-leader' }
export const reply = { letterNumber: '乌中公协复〔2026〕1号', text: '经查，已固定证据' }

export const external: External = { name: '乌拉特前旗市场监督管理局', region: '150823', system: 'market-regulation' }
export const paper = {
  outcome: 'answered',
  letterNumber: '乌前市监协复〔2026〕3号',
  repliedOn: '2026-06-01',
  text: '经查，未发现同类产品'
} as const

export const request = (change: Partial<typeof letter> = {}, registered = true): AssistanceCommand => ({
  do: 'request',
  agency: 'amr',
  letter: { ...letter, ...change },
  registered,
  approverStands: true
})

const { addressee: _addressee, ...anywhere } = letter
/** The same letter to a body outside. */
export const requestOutside = (change: Partial<typeof letter> = {}): AssistanceCommand => ({
  do: 'request-outside',
  agency: 'amr',
  letter: { ...anywhere, ...change, external },
  approverStands: true
})

type Named = { [E in AssistEvent as E['type']]: E }
const event = <T extends AssistEvent['type']>(type: T, data: Named[T]['data']) => ({ type, data }) as Named[T]

const requested = event('assist.requested.v1', { ...letter, requester: 'amr' })
const received = event('assist.received.v1', { addressee: 'psb' })
const accepted = event('assist.accepted.v1', { addressee: 'psb', dueAt: later })
const refused = event('assist.refused.v1', { addressee: 'psb', reason: '无管辖权' })
const { addressee: _, ...carried } = requested.data
const forwarded = event('assist.forwarded.v1', { ...carried, from: 'psb', to: 'tax', reason: '属税务职责' })
const extended = event('assist.extended.v1', { previousDueAt: later, dueAt: latest, reason: '材料在外地', approver })
const replied = event('assist.replied.v1', { round: 1, ...reply })
const supplement = event('assist.supplement-requested.v1', { what: '补充笔录' })
const confirmed = event('assist.confirmed.v1', {})
const withdrawn = event('assist.withdrawn.v1', { reason: '已自行查明' })
const closed = event('assist.closed.v1', { outcome: 'answered' })

const outside = event('assist.external-requested.v1', { ...anywhere, external, requester: 'amr' })
const answered = event('assist.external-answered.v1', { round: 1, ...paper })

export const events = {
  requested,
  outside,
  answered,
  received,
  accepted,
  refused,
  forwarded,
  extended,
  replied,
  supplement,
  confirmed,
  withdrawn,
  closed
}

/** Pasts that lead to each status. */
export const past = {
  none: [],
  sent: [requested],
  received: [requested, received],
  accepted: [requested, received, accepted],
  extended: [requested, received, accepted, extended],
  refused: [requested, received, refused],
  forwarded: [requested, received, forwarded],
  replied: [requested, received, accepted, replied],
  supplement: [requested, received, accepted, replied, supplement],
  confirmed: [requested, received, accepted, replied, confirmed],
  withdrawn: [requested, withdrawn],
  closed: [requested, received, accepted, replied, confirmed, closed],
  outside: [outside],
  answered: [outside, answered],
  asked: [outside, answered, supplement]
} satisfies Record<string, AssistEvent[]>
export type Past = keyof typeof past

const by = { agency: 'psb' }
const amr = { agency: 'amr' }

/** One good command of each kind, by the agency whose turn it is. */
export const commands = {
  receive: { do: 'receive', ...by },
  accept: { do: 'accept', ...by, dueAt: later },
  refuse: { do: 'refuse', ...by, reason: '无管辖权' },
  forward: { do: 'forward', ...by, to: 'tax', reason: '属税务职责', registered: true },
  extend: { do: 'extend', ...by, dueAt: latest, reason: '材料在外地', approver, approverStands: true },
  reply: { do: 'reply', ...by, reply },
  'request-supplement': { do: 'request-supplement', ...amr, wanted: { what: '补充笔录' } },
  confirm: { do: 'confirm', ...amr },
  withdraw: { do: 'withdraw', ...amr, reason: '已自行查明' },
  close: { do: 'close', ...amr },
  'import-reply': { do: 'import-reply', ...amr, reply: paper }
} satisfies Record<string, AssistanceCommand>
export type CommandName = keyof typeof commands
