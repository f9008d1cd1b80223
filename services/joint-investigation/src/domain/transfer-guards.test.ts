import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import {
  chief,
  commands,
  deputy,
  happens,
  head,
  letter,
  now,
  pastOf,
  police,
  prosecutor,
  team
} from './transfer.fixture.ts'
import { transfer } from './transfer.ts'
import type { TransferCommand } from './transfer-command.ts'
import type { TransferStatus } from './transfer-state.ts'

type Row = [why: string, status: TransferStatus | 'none', command: TransferCommand, code: string]
const { noAppraisal: _, ...papers } = { noAppraisal: undefined, ...letter.documents }
const bare = { ...papers, appraisals: [] }

const rows: Row[] = [
  [
    'police transfer nothing',
    'none',
    { ...commands.suspect, by: police, administrative: false },
    'transfer.not-administrative'
  ],
  [
    'an own decision not to prosecute is the procuratorate’s',
    'none',
    { ...commands['start-reverse'], procuratorate: false },
    'transfer.not-procuratorate'
  ],
  [
    'it comes back to an agency that handles penalties',
    'none',
    { ...commands['start-reverse'], administrative: false },
    'transfer.not-administrative'
  ],
  [
    'another suspicion on the same transfer',
    'suspected',
    { ...commands.suspect, said: { ...commands.suspect.said, clue: '0198c0de-0000-7000-8000-000000000009' } },
    'transfer.exists'
  ],
  [
    'one officer twice is no team',
    'suspected',
    { ...commands['form-team'], said: { members: ['t-1', 't-1'] } },
    'transfer.team-too-small'
  ],
  [
    'one officer is no team',
    'suspected',
    { ...commands['form-team'], said: { members: ['t-1'] } },
    'transfer.team-too-small'
  ],
  ['to others than police', 'approved', { ...commands.send, toPolice: false }, 'transfer.not-to-police'],
  [
    'no appraisal and no word why',
    'approved',
    { ...commands.send, said: { ...commands.send.said, documents: bare } },
    'transfer.appraisal-unexplained'
  ],
  [
    'the right has lapsed',
    'not-filed',
    { ...commands['request-reconsideration'], lapsed: true },
    'transfer.right-lapsed'
  ],
  ['both rights have', 'not-filed', { ...commands['request-supervision'], lapsed: true }, 'transfer.right-lapsed'],
  ['rerouted to nobody', 'receipted', { ...commands.reroute, said: { reason: '管辖' } }, 'transfer.reroute-target'],
  [
    'rerouted to two',
    'receipted',
    { ...commands.reroute, said: { ...commands.reroute.said, outside: '某局' } },
    'transfer.reroute-target'
  ],
  [
    'rerouted to itself',
    'receipted',
    { ...commands.reroute, said: { to: 'psb', reason: '管辖' } },
    'transfer.reroute-circle'
  ],
  ['rerouted to others than police', 'receipted', { ...commands.reroute, toPolice: false }, 'transfer.not-to-police'],
  [
    'an opinion to one that handles no penalties',
    'reverse-accepted',
    { ...commands['give-opinion'], to: 'court', administrative: false },
    'transfer.not-administrative'
  ]
]

const heads: TransferCommand['do'][] = ['approve', 'refuse']
for (const name of heads) {
  for (const by of [
    team,
    deputy,
    { ...head, role: 'office-head' },
    { agency: 'tax' },
    { agency: 'tax', role: 'agency-head' }
  ]) {
    rows.push([`${name} by ${by.role}`, 'reported', { ...commands[name], by } as TransferCommand, 'transfer.head-only'])
  }
}

const decisions: [TransferCommand['do'], TransferStatus][] = [
  ...(['extend-filing', 'file', 'not-file'] as const).map((name): [TransferCommand['do'], TransferStatus] => [
    name,
    'accepted'
  ]),
  ['reconsider', 'reconsideration-requested'],
  ['withdraw', 'filed'],
  ['send-for-prosecution', 'filed'],
  ['require-explanation', 'supervision-requested'],
  ['order-filing', 'explained'],
  ['uphold-reasons', 'explained'],
  ['prosecute', 'filed'],
  ['not-prosecute', 'filed'],
  ['close-reverse', 'reverse-accepted'],
  ['give-opinion', 'reverse-accepted']
]
for (const [name, status] of decisions) {
  const { agency } = commands[name].by
  for (const by of [
    { agency, person: 'x-1', role: 'handler' },
    { agency, person: 'x-1', role: 'liaison' },
    { agency }
  ]) {
    rows.push([`${name} by ${by.role}`, status, { ...commands[name], by } as TransferCommand, 'transfer.role'])
  }
}

t.test('guards', async (t) => {
  for (const [why, status, command, code] of rows) {
    t.doesNotThrow(() => given(transfer, pastOf(status)).when(command, now).refuses(code), why)
  }
})

t.test('each side gives its own commands; strangers and the office give none', async (t) => {
  const sides: Record<string, string> = {
    tax: 'transfer.not-sender',
    psb: 'transfer.not-police',
    procuratorate: 'transfer.not-procuratorate'
  }
  for (const command of Object.values(commands)) {
    if (command.do === 'suspect' || command.do === 'start-reverse' || command.do === 'close') continue
    for (const by of [team, police, prosecutor, { agency: 'amr', person: 'o-1', role: 'office-head' }]) {
      if (by.agency === command.by.agency) continue
      const code = by.agency === 'amr' ? 'transfer.not-involved' : (sides[command.by.agency] ?? '')
      t.doesNotThrow(
        () =>
          given(transfer, pastOf('not-filed'))
            .when({ ...command, by } as TransferCommand, now)
            .refuses(code),
        `${command.do} by ${by.agency}`
      )
    }
  }
})

t.test('no amount is a gate: without one, and with the smallest, a case goes all the way', async () => {
  for (const amount of [{}, { amountYuan: 0 }, { amountYuan: 1 }]) {
    const said = { ...commands.suspect.said, ...amount }
    const suspected = transfer.decide({ ...commands.suspect, said }, transfer.initial, now)
    const reported = [
      ...suspected,
      happens['form-team'],
      { ...happens.report, data: { ...happens.report.data, ...amount } }
    ]
    given(transfer, reported as typeof suspected)
      .when(commands.approve, now)
      .then([happens.approve])
  }
})

t.test('papers that are missing keep nobody from signing, nor from accepting', async () => {
  given(transfer, pastOf('supplement-requested')).when(commands.accept, now).then([happens.accept])
  const said = { ...commands.send.said, documents: { ...bare, noAppraisal: '尚待鉴定' } }
  const [sent] = transfer.decide({ ...commands.send, said }, fold(transfer, pastOf('approved')), now)
  if (!sent) throw new Error('nothing was sent')
  given(transfer, [...pastOf('approved'), sent])
    .when(commands.receipt, now)
    .then([happens.receipt])
})

t.test('rerouted police sign anew, and the case does not go in circles', async () => {
  const rerouted = [...pastOf('receipted'), happens.reroute]
  given(transfer, rerouted).when(commands.receipt, now).refuses('transfer.not-police')
  const railway = { agency: 'railway-psb', person: 'r-1', role: 'liaison' }
  const [receipt] = transfer.decide({ ...commands.receipt, by: railway }, fold(transfer, rerouted), now)
  if (!receipt) throw new Error('no receipt')
  given(transfer, [...rerouted, receipt])
    .when({ ...commands.reroute, by: railway, said: { to: 'psb', reason: '管辖' } }, now)
    .refuses('transfer.reroute-circle')
})

t.test('one extension; a press again; a penalty in copy once', async () => {
  const extended = [...pastOf('accepted'), happens['extend-filing']]
  given(transfer, extended).when(commands['extend-filing'], now).then([])
  given(transfer, extended)
    .when({ ...commands['extend-filing'], said: { reason: '再延' } }, now)
    .refuses('transfer.extended-before')
  const again = { documentNumber: '乌中检催〔2026〕2号' }
  given(transfer, [...pastOf('filed'), happens.press])
    .when({ ...commands.press, said: again }, now)
    .then([{ type: 'transfer.pressed.v1', data: again }])
  given(transfer, [...pastOf('suspected'), happens['copy-penalty'], happens['form-team']])
    .when(commands['copy-penalty'], now)
    .then([])
})

t.test('after a refusal new facts go to the head again', async () => {
  const said = { ...commands.report.said, summary: '补充核实' }
  given(transfer, pastOf('refused'))
    .when({ ...commands.report, said }, now)
    .then([{ type: 'transfer.reported.v1', data: said }])
})

t.test(
  'supervision after a reconsideration has no lapse of its own; the reversed decision is followed by filing',
  async () => {
    given(transfer, pastOf('upheld'))
      .when({ ...commands['request-supervision'], lapsed: true }, now)
      .then([happens['request-supervision']])
    given(transfer, pastOf('reversed')).when(commands.file, now).then([happens.file])
  }
)

t.test('exhibits of a case that was sent on', async (t) => {
  const past = [...pastOf('sent-for-prosecution'), happens['hand-over-exhibits']]
  given(transfer, pastOf('sent-for-prosecution'))
    .when(commands['hand-over-exhibits'], now)
    .then([happens['hand-over-exhibits']])
  t.equal(fold(transfer, past).status, 'sent-for-prosecution')
})

t.test('an opinion goes to the agency that is competent, which then stands in the sender’s place', async (t) => {
  const said = { ...commands['start-reverse'].said, administration: undefined }
  const { administration: __, ...unnamed } = said
  const begun = transfer.decide({ ...commands['start-reverse'], said: unnamed }, transfer.initial, now)
  const accepted = [...begun, happens['accept-reverse']]
  given(transfer, accepted).when(commands['give-opinion'], now).refuses('transfer.opinion-addressee')
  const given2 = transfer.decide({ ...commands['give-opinion'], to: 'amr' }, fold(transfer, accepted), now)
  t.match(fold(transfer, [...accepted, ...given2]), { sender: 'amr', former: [] })
  const other = transfer.decide(
    { ...commands['give-opinion'], to: 'amr' },
    fold(transfer, pastOf('reverse-accepted')),
    now
  )
  const state = fold(transfer, [...pastOf('reverse-accepted'), ...other])
  t.match(state, { sender: 'amr', former: ['tax'] })
  t.throws(() => transfer.decide(commands['answer-opinion'], state, now), { code: 'transfer.not-sender' })
})

t.test('who closes what has ended', async (t) => {
  const outcomes: [TransferStatus, TransferCommand['by'], string][] = [
    ['refused', team, 'not-transferred'],
    ['rerouted', team, 'rerouted'],
    ['returned-to-administration', team, 'returned'],
    ['prosecuted', prosecutor, 'prosecuted'],
    ['reverse-closed', prosecutor, 'no-penalty'],
    ['opinion-answered', prosecutor, 'answered']
  ]
  for (const [status, by, outcome] of outcomes) {
    given(transfer, pastOf(status))
      .when({ ...commands.close, by }, now)
      .then([{ type: 'transfer.closed.v1', data: { note: '归档', outcome } } as typeof happens.close])
    t.pass(outcome)
  }
  given(transfer, pastOf('prosecuted')).when(commands.close, now).refuses('transfer.not-procuratorate')
})

t.test('the same decision by another head of the police is another decision', async () => {
  given(transfer, pastOf('filed'))
    .when({ ...commands.file, by: { ...chief, person: 'p-8' } }, now)
    .refuses('transfer.wrong-status')
})
