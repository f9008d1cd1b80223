import type { TransferEvent } from '@wuhu/contracts'
import type { TransferCommand } from './transfer-command.ts'
import type { TransferStatus } from './transfer-state.ts'

export const now = '2026-06-01T09:00:00+08:00'
export const offices = ['amr']
export const clueId = '0198c0de-0000-7000-8000-000000000001'

export const team = { agency: 'tax', person: 't-1', role: 'handler' }
export const deputy = { agency: 'tax', person: 't-5', role: 'agency-leader' }
export const head = { agency: 'tax', person: 't-9', role: 'agency-head' }
export const police = { agency: 'psb', person: 'p-1', role: 'handler' }
export const chief = { agency: 'psb', person: 'p-9', role: 'agency-leader' }
export const prosecutor = { agency: 'procuratorate', person: 'c-9', role: 'agency-leader' }

const approver = { person: 'p-9', role: 'agency-leader' } as const
const prosecuting = { person: 'c-9', role: 'agency-leader' } as const
const caseNumber = '150824-2026-000001'
const file = { id: 'f-1', sha256: 'a'.repeat(64), size: 1024 }
const suspicion = { caseNumber, procuratorate: 'procuratorate', clue: clueId, grounds: ['获利可能巨大，须由公安查明'] }
const report = { suspectedOffence: '侵犯商业秘密罪', summary: '经核实，有合理嫌疑', opinion: 'transfer' } as const
export const letter = {
  letterNumber: '乌中税罪移〔2026〕1号',
  suspectedOffence: '侵犯商业秘密罪',
  facts: '某企业使用离职员工带走的图纸',
  legalBasis: '国务院令第310号第三条',
  suspects: [{ company: '某某科技有限公司' }],
  documents: {
    ...{ transferLetter: file, investigationReport: { ...file, id: 'f-2' }, exhibitList: { ...file, id: 'f-3' } },
    appraisals: [{ ...file, id: 'f-4' }]
  },
  exhibits: [{ name: '笔记本电脑', quantity: '1台', measure: 'sealed' as const }]
}
const notice = '乌中公(经)不立字〔2026〕1号'
const opinion = { documentNumber: '乌中检行意〔2026〕1号', opinion: '建议依法给予行政处罚' }

/** One valid command of each kind. */
export const commands = {
  suspect: { do: 'suspect', by: team, said: suspicion, administrative: true },
  'form-team': { do: 'form-team', by: team, said: { members: ['t-1', 't-2'] } },
  report: { do: 'report', by: team, said: report },
  approve: { do: 'approve', by: head, said: {} },
  refuse: { do: 'refuse', by: head, said: { reasons: '事实尚未查清' } },
  send: { do: 'send', by: team, said: { ...letter, to: 'psb' }, toPolice: true },
  receipt: { do: 'receipt', by: police, said: { receiptNumber: '乌中公回〔2026〕1号' } },
  'request-supplement': { do: 'request-supplement', by: police, said: { what: '补充物品清单' } },
  supplement: { do: 'supplement', by: team, said: { text: '清单附后' } },
  reroute: { do: 'reroute', by: police, said: { to: 'railway-psb', reason: '属铁路公安管辖' }, toPolice: true },
  accept: { do: 'accept', by: police, said: { documentNumber: '乌中公受〔2026〕1号' } },
  'extend-filing': { do: 'extend-filing', by: chief, said: { reason: '案情复杂' } },
  'not-file': { do: 'not-file', by: chief, said: { documentNumber: notice, reason: '没有犯罪事实' } },
  'request-reconsideration': {
    ...{ do: 'request-reconsideration', by: team, said: { grounds: '有合理嫌疑' }, lapsed: false }
  },
  reconsider: {
    ...{ do: 'reconsider', by: chief, said: { outcome: 'upheld', reason: '维持原决定' } }
  },
  'request-supervision': { do: 'request-supervision', by: team, said: { grounds: '有合理嫌疑' }, lapsed: false },
  'require-explanation': {
    ...{ do: 'require-explanation', by: prosecutor, said: { documentNumber: '乌中检说〔2026〕1号' } }
  },
  explain: { do: 'explain', by: police, said: { reasons: '证据不足' } },
  'uphold-reasons': { do: 'uphold-reasons', by: prosecutor, said: {} },
  'order-filing': { do: 'order-filing', by: prosecutor, said: { documentNumber: '乌中检通立〔2026〕1号' } },
  file: { do: 'file', by: chief, said: { documentNumber: '乌中公(经)立字〔2026〕1号' } },
  'hand-over-exhibits': { do: 'hand-over-exhibits', by: team, said: { exhibits: letter.exhibits } },
  press: { do: 'press', by: prosecutor, said: { documentNumber: '乌中检催〔2026〕1号' } },
  withdraw: { do: 'withdraw', by: chief, said: {} },
  'notify-withdrawal': { do: 'notify-withdrawal', by: police, said: { documentNumber: '乌中公撤告〔2026〕1号' } },
  'return-to-administration': { do: 'return-to-administration', by: team, said: {} },
  'send-for-prosecution': { do: 'send-for-prosecution', by: chief, said: {} },
  prosecute: { do: 'prosecute', by: prosecutor, said: {} },
  'not-prosecute': {
    ...{ do: 'not-prosecute', by: prosecutor, said: { kind: 'discretionary', documentNumber: '乌中检不诉〔2026〕1号' } }
  },
  'start-reverse': {
    ...{ do: 'start-reverse', by: prosecutor, procuratorate: true, administrative: true },
    said: { caseNumber, kind: 'statutory', documentNumber: '乌中检不诉〔2026〕2号', administration: 'tax' }
  },
  'accept-reverse': { do: 'accept-reverse', by: prosecutor, said: {} },
  'close-reverse': { do: 'close-reverse', by: prosecutor, said: { reason: '已过处罚时效' } },
  'give-opinion': { do: 'give-opinion', by: prosecutor, said: opinion, administrative: true },
  'answer-opinion': {
    ...{ do: 'answer-opinion', by: team },
    said: { outcome: 'penalty', text: '已依法处罚', documentNumber: '乌中税函〔2026〕9号' }
  },
  'copy-penalty': { do: 'copy-penalty', by: team, said: { documentNumber: '乌中税罚〔2026〕1号' }, police: 'psb' },
  close: { do: 'close', by: team, said: { note: '归档' } }
} as const satisfies { [Name in TransferCommand['do']]: TransferCommand & { do: Name } }

type Named = { [E in TransferEvent as E['type']]: E }
const event = <T extends TransferEvent['type']>(type: T, data: Named[T]['data']) => ({ type, data }) as Named[T]
const sentLetter = { ...letter, caseNumber, sender: 'tax', procuratorate: 'procuratorate', clue: clueId }
const headed = { person: 't-9', role: 'agency-head' } as const
const unprosecuted = { caseNumber, procuratorate: 'procuratorate', administration: 'tax', approver: prosecuting }

/** What each command makes happen. */
export const happens: Readonly<Record<TransferCommand['do'], TransferEvent>> = {
  suspect: event('transfer.suspected.v1', { ...suspicion, sender: 'tax' }),
  'form-team': event('transfer.team-formed.v1', { members: ['t-1', 't-2'] }),
  report: event('transfer.reported.v1', report),
  approve: event('transfer.approved.v1', { approver: headed }),
  refuse: event('transfer.refused.v1', { reasons: '事实尚未查清', approver: headed }),
  send: event('transfer.sent.v1', { ...sentLetter, to: 'psb' }),
  receipt: event('transfer.receipted.v1', { police: 'psb', receiptNumber: '乌中公回〔2026〕1号' }),
  'request-supplement': event('transfer.supplement-requested.v1', { what: '补充物品清单' }),
  supplement: event('transfer.supplemented.v1', { text: '清单附后' }),
  reroute: event('transfer.rerouted.v1', {
    ...{ ...sentLetter, from: 'psb', to: 'railway-psb', reason: '属铁路公安管辖' }
  }),
  accept: event('transfer.accepted.v1', { documentNumber: '乌中公受〔2026〕1号', policeStatus: 'accepted' }),
  'extend-filing': event('transfer.filing-extended.v1', { reason: '案情复杂', approver }),
  'not-file': event('transfer.not-filed.v1', {
    ...{ documentNumber: notice, reason: '没有犯罪事实', policeStatus: 'not-filed' as const, approver }
  }),
  'request-reconsideration': event('transfer.reconsideration-requested.v1', { grounds: '有合理嫌疑' }),
  reconsider: event('transfer.reconsidered.v1', { outcome: 'upheld', reason: '维持原决定', approver }),
  'request-supervision': event('transfer.supervision-requested.v1', { grounds: '有合理嫌疑' }),
  'require-explanation': event('transfer.explanation-required.v1', {
    ...{ documentNumber: '乌中检说〔2026〕1号', approver: prosecuting }
  }),
  explain: event('transfer.explained.v1', { reasons: '证据不足' }),
  'uphold-reasons': event('transfer.reasons-upheld.v1', { approver: prosecuting }),
  'order-filing': event('transfer.filing-ordered.v1', {
    ...{ documentNumber: '乌中检通立〔2026〕1号', approver: prosecuting }
  }),
  file: event('transfer.filed.v1', { documentNumber: '乌中公(经)立字〔2026〕1号', policeStatus: 'filed', approver }),
  'hand-over-exhibits': event('transfer.exhibits-handed-over.v1', { exhibits: letter.exhibits }),
  press: event('transfer.pressed.v1', { documentNumber: '乌中检催〔2026〕1号' }),
  withdraw: event('transfer.withdrawn.v1', { policeStatus: 'withdrawn', approver }),
  'notify-withdrawal': event('transfer.withdrawal-notified.v1', { documentNumber: '乌中公撤告〔2026〕1号' }),
  'return-to-administration': event('transfer.returned-to-administration.v1', { clue: clueId }),
  'send-for-prosecution': event('transfer.sent-for-prosecution.v1', { policeStatus: 'sent-for-prosecution' }),
  prosecute: event('transfer.prosecuted.v1', { approver: prosecuting }),
  'not-prosecute': event('transfer.not-prosecuted.v1', {
    ...{ ...unprosecuted, kind: 'discretionary' as const, documentNumber: '乌中检不诉〔2026〕1号' }
  }),
  'start-reverse': event('transfer.not-prosecuted.v1', {
    ...{ ...unprosecuted, kind: 'statutory' as const, documentNumber: '乌中检不诉〔2026〕2号' }
  }),
  'accept-reverse': event('transfer.reverse-accepted.v1', {}),
  'close-reverse': event('transfer.reverse-closed.v1', { reason: '已过处罚时效', approver: prosecuting }),
  'give-opinion': event('transfer.opinion-received.v1', { ...opinion, to: 'tax', clue: clueId, approver: prosecuting }),
  'answer-opinion': event('transfer.opinion-answered.v1', {
    ...{ outcome: 'penalty' as const, text: '已依法处罚', documentNumber: '乌中税函〔2026〕9号' }
  }),
  'copy-penalty': event('transfer.penalty-copied.v1', {
    ...{ documentNumber: '乌中税罚〔2026〕1号', copyTo: ['psb', 'procuratorate'] }
  }),
  close: event('transfer.closed.v1', { note: '归档', outcome: 'not-transferred' })
}

type Name = TransferCommand['do']
const sent: Name[] = ['suspect', 'form-team', 'report', 'approve', 'send']
const accepted: Name[] = [...sent, 'receipt', 'accept']
const filed: Name[] = [...accepted, 'file']
const notFiled: Name[] = [...accepted, 'not-file']
const explained: Name[] = [...notFiled, 'request-supervision', 'require-explanation', 'explain']
const unprosecutedWay: Name[] = [...filed, 'hand-over-exhibits', 'send-for-prosecution', 'not-prosecute']
const reverse: Name[] = [...unprosecutedWay, 'accept-reverse']

/** The commands that lead to each status; together they lead through every one of them. */
const ways: Readonly<Record<TransferStatus | 'none', readonly Name[]>> = {
  none: [],
  suspected: ['suspect'],
  'team-formed': ['suspect', 'form-team'],
  reported: ['suspect', 'form-team', 'report'],
  approved: ['suspect', 'form-team', 'report', 'approve'],
  refused: ['suspect', 'form-team', 'report', 'refuse'],
  sent,
  receipted: [...sent, 'receipt'],
  'supplement-requested': [...sent, 'receipt', 'request-supplement'],
  supplemented: [...sent, 'receipt', 'request-supplement', 'supplement'],
  rerouted: [...sent, 'receipt', 'reroute'],
  accepted,
  filed,
  'handed-over': [...filed, 'hand-over-exhibits'],
  'not-filed': notFiled,
  'reconsideration-requested': [...notFiled, 'request-reconsideration'],
  upheld: [...notFiled, 'request-reconsideration', 'reconsider'],
  reversed: [...notFiled, 'request-reconsideration', 'reconsider'],
  'supervision-requested': [...notFiled, 'request-supervision'],
  'explanation-required': [...notFiled, 'request-supervision', 'require-explanation'],
  explained,
  'filing-ordered': [...explained, 'order-filing'],
  'reasons-upheld': [...explained, 'uphold-reasons'],
  'returned-to-administration': [...notFiled, 'return-to-administration'],
  withdrawn: [...filed, 'withdraw'],
  'withdrawal-notified': [...filed, 'withdraw', 'notify-withdrawal'],
  'sent-for-prosecution': [...filed, 'send-for-prosecution'],
  prosecuted: [...filed, 'send-for-prosecution', 'prosecute'],
  'not-prosecuted': unprosecutedWay,
  'reverse-accepted': reverse,
  'reverse-closed': [...reverse, 'close-reverse'],
  'opinion-received': [...reverse, 'give-opinion'],
  'opinion-answered': [...reverse, 'give-opinion', 'answer-opinion'],
  closed: ['suspect', 'form-team', 'report', 'refuse', 'close']
}

/** Two statuses that depend on what the event says. */
const reversing = {
  ...happens.reconsider,
  data: { outcome: 'reversed', reason: '应当立案', approver }
} as TransferEvent
const { to: _, ...elsewhere } = (happens.reroute as Named['transfer.rerouted.v1']).data
const outside = event('transfer.rerouted.v1', { ...elsewhere, outside: '某某铁路公安处' })

/** A past that leads to each status. */
export const pastOf = (status: TransferStatus | 'none'): TransferEvent[] =>
  ways[status].map((name) => {
    if (status === 'reversed' && name === 'reconsider') return reversing
    return status === 'rerouted' && name === 'reroute' ? outside : happens[name]
  })

/** What the generated diagram is drawn from: every command, and those that decide otherwise by what they say. */
export const examples: readonly TransferCommand[] = [
  ...Object.values(commands),
  { ...commands.reconsider, said: { ...commands.reconsider.said, outcome: 'reversed' } },
  { ...commands.reroute, said: { outside: '某某铁路公安处', reason: '属铁路公安管辖' } },
  { ...commands.close, by: prosecutor }
]
