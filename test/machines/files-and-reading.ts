import {
  attachmentEvents,
  deliveryEvents,
  matchAccessAsked,
  matchAccessDeclined,
  matchAccessGranted,
  matchEvents,
  recordEvents,
  replayEvents
} from '@wuhu/contracts'
import { replay } from '../../services/audit/src/domain/replay.ts'
import { attachment } from '../../services/info-sharing/src/domain/attachment.ts'
import { type MatchCommand, match } from '../../services/info-sharing/src/domain/match.ts'
import { unmasking } from '../../services/info-sharing/src/domain/unmasking.ts'
import { receipt } from '../../services/notifications/src/domain/receipt.ts'
import { defineMachine, status } from './machine.ts'

const [id, object, other] = [1, 2, 3].map((n) => `019a0000-0000-7000-8000-00000000000${n}`) as [string, string, string]
const caseNumber = '150824-2026-000001'
const until = '2026-06-01T09:30:00+08:00'
const sha256 = 'a'.repeat(64)
const to = (...agencies: string[]) => agencies.map((agency) => ({ agency, key: `age1${agency}` }))
const leader = { agency: 'psb', person: 'p-9', role: 'agency-leader' }

const attachmentMachine = defineMachine({
  name: 'attachment',
  title: { zh: '封存附件', en: 'Sealed attachment' },
  source: 'services/info-sharing/src/domain/attachment.ts',
  decider: attachment,
  events: attachmentEvents,
  commands: [
    {
      do: 'seal',
      ...{ id, object, caseNumber, title: '服务器镜像', mediaType: 'application/zip', size: 300, sha256 },
      ...{ sender: 'amr', recipients: to('amr', 'psb') }
    },
    {
      do: 'add-recipients',
      ...{ object: other, size: 400, sha256: 'b'.repeat(64), holder: 'psb', recipients: to('amr', 'psb', 'court') }
    },
    { do: 'hand-over', from: 'amr', to: 'psb' },
    { do: 'receive', agency: 'psb', sha256 }
  ],
  statusOf: status,
  statuses: { none: '', sealed: '已封存', received: '已签收' }
})

const unmaskingMachine = defineMachine({
  name: 'unmasking',
  title: { zh: '查看遮蔽内容', en: 'Unmasking' },
  source: 'services/info-sharing/src/domain/unmasking.ts',
  decider: unmasking,
  events: recordEvents,
  commands: (['reason', 'second-person'] as const).flatMap((rule) => {
    const asked = {
      caseNumber,
      event: id,
      eventType: 'clue.received.v1',
      fields: ['subject'],
      class: 'personal' as const
    }
    const by = { requester: 'psb', person: 'p-1', reason: '核对身份' }
    return [
      { do: 'ask' as const, asked: { ...asked, ...by }, rule, until },
      { do: 'approve' as const, by: leader, until },
      { do: 'refuse' as const, by: leader, reason: '无必要' }
    ]
  }),
  statusOf: status,
  statuses: { none: '', requested: '待批准', granted: '已准许', refused: '不准许' }
})

const matchCommands: MatchCommand[] = [
  { do: 'find', agency: 'psb', clue: id, kinds: ['person'] },
  { do: 'find', agency: 'psb', clue: id, kinds: ['uscc'] },
  { do: 'ask', by: leader, reason: '同一嫌疑人' },
  { do: 'hear-asking', asker: 'tax', reason: '同一企业' },
  { do: 'grant', by: leader, caseNumber, history: true },
  { do: 'hear-grant', granter: 'tax', caseNumber, history: true },
  { do: 'decline', by: leader },
  { do: 'hear-decline' }
]
const duplicate: MatchCommand = { do: 'find-duplicate', agency: 'psb', clue: id, duplicateOf: other, kinds: ['person'] }
const asking = { asked: '已申请', granted: '已同意', declined: '未同意' }
const both = [matchAccessAsked, matchAccessGranted, matchAccessDeclined]

const matchAsker = defineMachine({
  name: 'match-asker',
  title: { zh: '线索匹配（申请方）', en: 'Match, as the asking side sees it' },
  source: 'services/info-sharing/src/domain/match.ts',
  decider: match,
  events: matchEvents.filter(({ type }) => !/many-found|alarmed|key-rotated/.test(type)),
  commands: [
    ...matchCommands.filter((command) => !['hear-asking', 'grant', 'decline'].includes(command.do)),
    duplicate
  ],
  statusOf: (state) => (state.status === 'found' && state.out !== 'none' ? state.out : state.status),
  statuses: { none: '', found: '发现匹配', duplicate: '本单位重复', ...asking }
})

const matchGranter = defineMachine({
  name: 'match-granter',
  title: { zh: '线索匹配（被申请方）', en: 'Match, as the side that is asked sees it' },
  source: 'services/info-sharing/src/domain/match.ts',
  decider: match,
  events: [...matchEvents.filter(({ type }) => type === 'match.found.v1'), ...both],
  commands: matchCommands.filter((command) => ['find', 'hear-asking', 'grant', 'decline'].includes(command.do)),
  statusOf: (state) => (state.status === 'found' && state.in !== 'none' ? state.in : state.status),
  statuses: { none: '', found: '发现匹配', ...asking }
})

const receiptMachine = defineMachine({
  name: 'receipt',
  title: { zh: '签收', en: 'Receipt' },
  source: 'services/notifications/src/domain/receipt.ts',
  decider: receipt,
  events: deliveryEvents,
  commands: [
    {
      do: 'acknowledge',
      recipient: 'psb',
      mail: { sequence: 1, eventId: id, eventType: 'clue.assigned.v1', eventSubject: `clue/${id}`, sender: 'amr' }
    }
  ],
  statusOf: status,
  statuses: { none: '', acknowledged: '已签收' }
})

const reading = { filters: {}, range: { upto: 1, streams: [] }, bodies: true, reason: '年度检查' }
const replayMachine = defineMachine({
  name: 'replay',
  title: { zh: '审计回放', en: 'Replay' },
  source: 'services/audit/src/domain/replay.ts',
  decider: replay,
  events: replayEvents,
  commands: [
    { do: 'start', reading },
    { do: 'complete', reading: { ...reading, count: 1, sha256 } },
    { do: 'complete', reading: { ...reading, bodies: false, count: 1, sha256 } }
  ],
  statusOf: status,
  statuses: { none: '', started: '进行中', completed: '已完成' }
})

/** Files, matches, and who read what. */
export const filesAndReading = [
  attachmentMachine,
  matchAsker,
  matchGranter,
  unmaskingMachine,
  receiptMachine,
  replayMachine
]
