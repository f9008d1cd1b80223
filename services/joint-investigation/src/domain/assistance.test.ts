import type { AssistEvent } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import {
  type CommandName,
  commands,
  events,
  latest,
  letter,
  now,
  type Past,
  paper,
  past,
  reply,
  request,
  requestOutside
} from './assistance.fixture.ts'
import { assistance } from './assistance.ts'

const on = (name: Past) =>
  given<ReturnType<typeof assistance.evolve>, Parameters<typeof assistance.decide>[0], AssistEvent>(
    assistance,
    past[name]
  )

/** What each command decides in each status: events (none: it held already) or the code of the refusal. */
const table: Record<CommandName, Partial<Record<Past, AssistEvent[]>> & { otherwise: string }> = {
  receive: { sent: [events.received], received: [], otherwise: 'assistance.not-sent' },
  accept: { received: [events.accepted], accepted: [], otherwise: 'assistance.not-received' },
  refuse: { received: [events.refused], otherwise: 'assistance.not-received' },
  'import-reply': {
    outside: [events.answered],
    asked: [{ ...events.answered, data: { ...events.answered.data, round: 2 } }],
    otherwise: 'assistance.not-external'
  },
  forward: { received: [events.forwarded], otherwise: 'assistance.not-received' },
  extend: { accepted: [events.extended], otherwise: 'assistance.not-accepted' },
  reply: {
    accepted: [events.replied],
    extended: [events.replied],
    supplement: [{ ...events.replied, data: { round: 2, ...reply } }],
    otherwise: 'assistance.not-accepted'
  },
  'request-supplement': {
    replied: [events.supplement],
    answered: [events.supplement],
    otherwise: 'assistance.not-replied'
  },
  confirm: {
    replied: [events.confirmed],
    answered: [events.confirmed],
    confirmed: [],
    otherwise: 'assistance.not-replied'
  },
  withdraw: {
    sent: [events.withdrawn],
    received: [events.withdrawn],
    accepted: [events.withdrawn],
    extended: [events.withdrawn],
    forwarded: [events.withdrawn],
    outside: [events.withdrawn],
    otherwise: 'assistance.not-sent'
  },
  close: {
    confirmed: [events.closed],
    refused: [{ type: 'assist.closed.v1', data: { outcome: 'refused' } }],
    closed: [],
    otherwise: 'assistance.not-confirmed'
  }
}
const exceptions: Partial<Record<`${CommandName} ${Past}`, string>> = {
  'extend extended': 'assistance.extended-before',
  'withdraw replied': 'assistance.already-replied',
  'withdraw supplement': 'assistance.already-replied',
  'withdraw confirmed': 'assistance.already-replied',
  'withdraw closed': 'assistance.already-replied',
  'withdraw answered': 'assistance.already-replied',
  'withdraw asked': 'assistance.already-replied',
  'import-reply answered': 'assistance.not-sent'
}

const outside: Past[] = ['outside', 'answered', 'asked']

t.test('every command in every status', async (t) => {
  for (const name of Object.keys(table) as CommandName[]) {
    for (const status of Object.keys(past) as Past[]) {
      const row = `${name} ${status}` as const
      const when = on(status).when(commands[name], now)
      const addresseeMoved = status === 'forwarded' && commands[name].agency === 'psb'
      const nobody = status === 'none' || (outside.includes(status) && commands[name].agency === 'psb')
      const refusal = nobody ? 'assistance.unknown' : addresseeMoved ? 'assistance.not-addressee' : exceptions[row]
      const expected = table[name][status]
      t.doesNotThrow(() => (expected ? when.then(expected) : when.refuses(refusal ?? table[name].otherwise)), row)
    }
  }
})

t.test('each side gives its own commands; strangers learn nothing', async () => {
  const requesters: CommandName[] = ['import-reply', 'request-supplement', 'confirm', 'withdraw', 'close']
  for (const name of Object.keys(commands) as CommandName[]) {
    const others = requesters.includes(name) ? 'psb' : 'amr'
    const code = requesters.includes(name) ? 'assistance.not-requester' : 'assistance.not-addressee'
    on('replied')
      .when({ ...commands[name], agency: others }, now)
      .refuses(code)
    on('replied')
      .when({ ...commands[name], agency: 'court' }, now)
      .refuses('assistance.unknown')
    on('none')
      .when({ ...commands[name], agency: 'court' }, now)
      .refuses('assistance.unknown')
  }
})

t.test('a letter', async () => {
  on('none').when(request(), now).then([events.requested])
  on('sent').when(request(), now).refuses('assistance.exists')
  on('none')
    .when(request({ addressee: 'amr' }), now)
    .refuses('assistance.own-addressee')
  on('none').when(request({}, false), now).refuses('agency.unknown')
  on('none')
    .when(request({ dueAt: now }), now)
    .refuses('assistance.due-past')
})

t.test('who approves what', async (t) => {
  type Level = 'county' | 'city' | 'province'
  const organ = '巴彦淖尔市市场监督管理局'
  const may = (kind: 'inquiry' | 'seizure' | 'bank-account', role: string, level?: Level, organ?: string) =>
    on('none').when(
      request({
        items: [letter.items[0] ?? { kind, text: kind }, { kind, text: kind }],
        approver: { person: 'p', role, ...(level && { level }), ...(organ && { organ }) }
      }),
      now
    )
  const rows: [Parameters<typeof may>, string | undefined][] = [
    [['inquiry', 'agency-leader'], undefined],
    [['inquiry', 'agency-head'], undefined],
    [['inquiry', 'liaison'], 'assistance.approver-role'],
    [['inquiry', 'handler', 'city'], 'assistance.approver-role'],
    [['seizure', 'agency-head'], 'assistance.approval-level'],
    [['seizure', 'agency-head', 'county'], 'assistance.approval-level'],
    [['seizure', 'agency-leader', 'city'], 'assistance.approval-level'],
    [['seizure', 'agency-head', 'city'], 'assistance.approver-organ'],
    [['seizure', 'agency-head', 'city', organ], undefined],
    [['bank-account', 'agency-head', 'county'], 'assistance.approval-level'],
    [['bank-account', 'agency-head', 'province', organ], undefined],
    [['bank-account', 'liaison', 'city'], 'assistance.approver-role']
  ]
  for (const [row, code] of rows) {
    const when = may(...row)
    if (code) t.doesNotThrow(() => when.refuses(code), row.join(' '))
    else t.throws(() => when.refuses(''), { message: /Missing expected exception/ }, row.join(' '))
  }
})

t.test('an approver whom the directory does not bear out', async () => {
  const code = 'assistance.approver-unknown'
  const doubtful = { approverStands: false }
  on('none')
    .when({ ...request(), ...doubtful }, now)
    .refuses(code)
  on('none')
    .when({ ...requestOutside(), ...doubtful }, now)
    .refuses(code)
  on('accepted')
    .when({ ...commands.extend, ...doubtful }, now)
    .refuses(code)
})

t.test('periods', async () => {
  const { extend, accept } = commands
  on('received')
    .when({ ...accept, dueAt: now }, now)
    .refuses('assistance.due-past')
  on('accepted')
    .when({ ...accept, dueAt: latest }, now)
    .refuses('assistance.not-received')
  on('accepted')
    .when({ ...extend, dueAt: accept.dueAt }, now)
    .refuses('assistance.extension-not-later')
  on('accepted')
    .when({ ...extend, approver: { person: 'p', role: 'liaison' } }, now)
    .refuses('assistance.approver-role')
  on('accepted').when(extend, '2026-06-15T18:00:01+08:00').refuses('assistance.overdue')
  on('replied')
    .when({ ...commands['request-supplement'], wanted: { what: '笔录', dueAt: now } }, now)
    .refuses('assistance.due-past')
})

t.test('no day need be promised: then the rule sets the time', async () => {
  const { accept, extend } = commands
  const undated = { type: 'assist.accepted.v1', data: { addressee: 'psb' } } as const
  on('received').when({ do: 'accept', agency: 'psb' }, now).then([undated])
  const accepted = given(assistance, [...past.received, undated])
  accepted.when({ do: 'accept', agency: 'psb' }, now).then([])
  accepted.when(accept, now).refuses('assistance.not-received')
  const { dueAt: _, ...longer } = extend
  const { reason, approver } = extend
  accepted.when(longer, now).then([{ type: 'assist.extended.v1', data: { reason, approver } }])
  accepted.when(extend, now).then([{ type: 'assist.extended.v1', data: { dueAt: latest, reason, approver } }])
  accepted.when({ ...extend, dueAt: now }, now).refuses('assistance.due-past')
  on('accepted').when(longer, now).refuses('assistance.extension-not-later')
})

t.test('a body outside answers on paper', async () => {
  on('none').when(requestOutside(), now).then([events.outside])
  on('sent').when(requestOutside(), now).refuses('assistance.exists')
  on('none')
    .when(requestOutside({ items: [{ kind: 'seizure', text: '查封' }] }), now)
    .refuses('assistance.approval-level')
  on('none')
    .when(requestOutside({ approver: { person: 'p', role: 'liaison' } }), now)
    .refuses('assistance.approver-role')
  on('none')
    .when(requestOutside({ dueAt: now }), now)
    .refuses('assistance.due-past')
  const importing = commands['import-reply']
  on('outside')
    .when({ ...importing, reply: { ...paper, repliedOn: '2026-06-02' } }, now)
    .refuses('assistance.reply-in-future')
  const refused = { ...paper, outcome: 'refused' } as const
  on('outside')
    .when({ ...importing, reply: refused }, now)
    .then([{ type: 'assist.external-answered.v1', data: { round: 1, ...refused } }])
  given(assistance, [...past.outside, { type: 'assist.external-answered.v1', data: { round: 1, ...refused } }])
    .when(commands.close, now)
    .then([{ type: 'assist.closed.v1', data: { outcome: 'refused' } }])
})

t.test('whether both are market regulators is said anew when the letter moves on', async (t) => {
  const within = request({ withinSystem: true })
  const requested = assistance.decide(within, { status: 'none' }, now)
  t.match(requested, [{ data: { withinSystem: true } }])
  const received = [...requested, events.received]
  given(assistance, received).when(commands.forward, now).then([events.forwarded])
  given(assistance, received)
    .when({ ...commands.forward, withinSystem: true }, now)
    .then([{ ...events.forwarded, data: { ...events.forwarded.data, withinSystem: true } }])
  const state = fold(assistance, [...received, events.forwarded])
  t.notOk(state.status !== 'none' && state.letter.withinSystem)
})

t.test('a letter that was forwarded is signed for anew, and goes in no circle', async () => {
  const { forward, receive } = commands
  on('received')
    .when({ ...forward, to: 'amr' }, now)
    .refuses('assistance.forward-to-requester')
  on('received')
    .when({ ...forward, to: 'psb' }, now)
    .refuses('assistance.forward-circle')
  on('received')
    .when({ ...forward, registered: false }, now)
    .refuses('agency.unknown')
  on('forwarded')
    .when({ ...receive, agency: 'tax' }, now)
    .then([{ type: 'assist.received.v1', data: { addressee: 'tax' } }])
  const atTax = given(assistance, [...past.forwarded, { type: 'assist.received.v1', data: { addressee: 'tax' } }])
  atTax.when({ ...forward, agency: 'tax', to: 'psb' }, now).refuses('assistance.forward-circle')
})
