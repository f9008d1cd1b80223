import { dataProblems } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { commands, happens, now, pastOf, prosecutor, team } from './transfer.fixture.ts'
import { transfer } from './transfer.ts'
import type { TransferCommand } from './transfer-command.ts'
import { type TransferStatus, transferStatuses } from './transfer-state.ts'

type Name = TransferCommand['do']
type Status = TransferStatus | 'none'
const statuses: readonly Status[] = ['none', ...transferStatuses]

const atPolice: Status[] = ['receipted', 'supplement-requested', 'supplemented']
const investigated: Status[] = ['filed', 'handed-over', 'sent-for-prosecution']

/** When each command is possible, and the status after it; `same` leaves it. Written from the table in the domain. */
const transitions: Record<Name, { from: Status[]; to: Status | 'same' }> = {
  suspect: { from: ['none'], to: 'suspected' },
  'start-reverse': { from: ['none'], to: 'not-prosecuted' },
  'form-team': { from: ['suspected'], to: 'team-formed' },
  report: { from: ['team-formed', 'refused'], to: 'reported' },
  approve: { from: ['reported'], to: 'approved' },
  refuse: { from: ['reported'], to: 'refused' },
  send: { from: ['approved'], to: 'sent' },
  receipt: { from: ['sent'], to: 'receipted' },
  'request-supplement': { from: ['receipted', 'supplemented'], to: 'supplement-requested' },
  supplement: { from: ['supplement-requested'], to: 'supplemented' },
  reroute: { from: atPolice, to: 'sent' },
  accept: { from: atPolice, to: 'accepted' },
  'extend-filing': { from: ['accepted'], to: 'same' },
  file: { from: ['accepted', 'reversed', 'explanation-required', 'explained', 'filing-ordered'], to: 'filed' },
  'not-file': { from: ['accepted'], to: 'not-filed' },
  'request-reconsideration': { from: ['not-filed'], to: 'reconsideration-requested' },
  reconsider: { from: ['reconsideration-requested'], to: 'upheld' },
  'request-supervision': { from: ['not-filed', 'upheld'], to: 'supervision-requested' },
  'require-explanation': {
    from: ['supervision-requested', 'not-filed', 'upheld', 'reversed', 'accepted'],
    to: 'explanation-required'
  },
  explain: { from: ['explanation-required'], to: 'explained' },
  'order-filing': { from: ['explained'], to: 'filing-ordered' },
  'uphold-reasons': { from: ['explained'], to: 'reasons-upheld' },
  'return-to-administration': {
    from: ['not-filed', 'upheld', 'reasons-upheld', 'withdrawal-notified'],
    to: 'returned-to-administration'
  },
  'hand-over-exhibits': { from: ['filed', 'sent-for-prosecution', 'prosecuted'], to: 'handed-over' },
  press: { from: ['filed', 'handed-over'], to: 'same' },
  withdraw: { from: investigated, to: 'withdrawn' },
  'notify-withdrawal': { from: ['withdrawn'], to: 'withdrawal-notified' },
  'send-for-prosecution': { from: ['filed', 'handed-over'], to: 'sent-for-prosecution' },
  prosecute: { from: investigated, to: 'prosecuted' },
  'not-prosecute': { from: investigated, to: 'not-prosecuted' },
  'accept-reverse': { from: ['not-prosecuted'], to: 'reverse-accepted' },
  'close-reverse': { from: ['reverse-accepted'], to: 'reverse-closed' },
  'give-opinion': { from: ['reverse-accepted'], to: 'opinion-received' },
  'answer-opinion': { from: ['opinion-received'], to: 'opinion-answered' },
  'copy-penalty': { from: [...transferStatuses], to: 'same' },
  close: { from: ['refused', 'rerouted', 'returned-to-administration'], to: 'closed' }
}

/** Where the command holds already. */
const held: Partial<Record<Name, Status[]>> = {
  suspect: [...transferStatuses],
  'form-team': ['team-formed'],
  report: ['reported'],
  approve: ['approved'],
  refuse: ['refused'],
  send: ['sent'],
  receipt: ['receipted'],
  'request-supplement': ['supplement-requested'],
  supplement: ['supplemented'],
  accept: ['accepted'],
  file: ['filed'],
  'not-file': ['not-filed'],
  'request-reconsideration': ['reconsideration-requested'],
  reconsider: ['upheld'],
  'request-supervision': ['supervision-requested'],
  'require-explanation': ['explanation-required'],
  explain: ['explained'],
  'order-filing': ['filing-ordered'],
  'uphold-reasons': ['reasons-upheld'],
  'return-to-administration': ['returned-to-administration'],
  'hand-over-exhibits': [
    ...(['handed-over', 'not-prosecuted', 'reverse-accepted', 'reverse-closed'] as const),
    ...(['opinion-received', 'opinion-answered'] as const)
  ],
  withdraw: ['withdrawn'],
  'notify-withdrawal': ['withdrawal-notified'],
  'send-for-prosecution': ['sent-for-prosecution'],
  prosecute: ['prosecuted'],
  'not-prosecute': ['not-prosecuted'],
  'accept-reverse': ['reverse-accepted'],
  'close-reverse': ['reverse-closed'],
  'give-opinion': ['opinion-received'],
  'answer-opinion': ['opinion-answered'],
  close: ['closed']
}

const beforePolice: Status[] = ['suspected', 'team-formed', 'reported', 'approved', 'refused', 'closed']

/** What a command is refused with where it is neither possible nor done. */
function refusal(name: Name, status: Status): string {
  if (name === 'start-reverse') return 'transfer.exists'
  if (status === 'none') return 'transfer.unknown'
  const byPolice = commands[name].by.agency === 'psb'
  if (byPolice && beforePolice.includes(status)) return 'transfer.not-involved'
  if (byPolice && status === 'rerouted') return 'transfer.not-police'
  const closedByOthers = ['prosecuted', 'reverse-closed', 'opinion-answered'].includes(status)
  return name === 'close' && closedByOthers ? 'transfer.not-procuratorate' : 'transfer.wrong-status'
}

for (const name of Object.keys(transitions) as Name[]) {
  t.test(name, async (t) => {
    const { from, to } = transitions[name]
    for (const status of statuses) {
      const past = pastOf(status)
      const when = given(transfer, past).when(commands[name], now)
      if (held[name]?.includes(status)) {
        when.then([])
      } else if (from.includes(status)) {
        const event = transfer.decide(commands[name], fold(transfer, past), now)[0]
        const elsewhere = status === 'rerouted' || !past.some(({ type }) => type === 'transfer.sent.v1')
        if (name === 'copy-penalty' && elsewhere) when.then([happens[name]])
        else if (name === 'close') t.equal(event?.type, 'transfer.closed.v1')
        else when.then([happens[name]])
        const after = fold(transfer, [...past, ...(event ? [event] : [])])
        const stays = to === 'same' || (name === 'hand-over-exhibits' && status !== 'filed')
        t.equal(after.status, stays ? status : to, `${status} -> ${name}`)
      } else {
        t.doesNotThrow(() => when.refuses(refusal(name, status)), `${status} refuses ${name}`)
      }
    }
    t.strictSame(dataProblems(happens[name].type, happens[name].data), [], 'the event follows its schema')
  })
}

t.test('the pasts lead to their statuses', async (t) => {
  for (const status of statuses) t.equal(fold(transfer, pastOf(status)).status, status)
})

t.test(
  'what has ended is still followed by the penalties that were decided in it, and closed by the same side',
  async (t) => {
    const ended: [TransferStatus, TransferCommand['by']][] = [
      ['refused', team],
      ['reverse-closed', prosecutor],
      ['prosecuted', prosecutor]
    ]
    for (const [status, by] of ended) {
      const closing = { ...commands.close, by }
      const closed = [...pastOf(status), ...transfer.decide(closing, fold(transfer, pastOf(status)), now)]
      const copied = transfer.decide(commands['copy-penalty'], fold(transfer, closed), now)
      t.match(copied, [{ type: 'transfer.penalty-copied.v1', data: { copyTo: ['psb', 'procuratorate'] } }])
      given(transfer, [...closed, ...copied])
        .when(closing, now)
        .then([])
    }
  }
)

t.test('police who were sent a penalty in copy and no more take no part', async () => {
  given(transfer, [...pastOf('suspected'), happens['copy-penalty']])
    .when(commands.receipt, now)
    .refuses('transfer.not-involved')
})
