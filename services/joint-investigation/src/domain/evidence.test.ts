import { dataProblems } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { type CommandName, commands, happens, label, now, pasts } from './evidence.fixture.ts'
import { evidence } from './evidence.ts'
import type { EvidenceCommand, EvidenceState } from './evidence-state.ts'

type Status = EvidenceState['status']

/** The status after each command, `[]` where it holds already, or the code of the refusal. */
const table: Record<CommandName, Record<Status, Status | [] | `${string}.${string}`>> = {
  register: {
    none: 'held',
    held: 'evidence.exists',
    'in-transit': 'evidence.exists',
    returned: 'evidence.exists',
    disposed: 'evidence.exists'
  },
  'hand-over': {
    none: 'evidence.unknown',
    held: 'in-transit',
    'in-transit': [],
    returned: 'evidence.gone',
    disposed: 'evidence.gone'
  },
  receive: {
    none: 'evidence.unknown',
    held: 'evidence.not-receiver',
    'in-transit': 'held',
    returned: 'evidence.not-receiver',
    disposed: 'evidence.not-receiver'
  },
  return: {
    none: 'evidence.unknown',
    held: 'returned',
    'in-transit': 'evidence.in-transit',
    returned: [],
    disposed: 'evidence.gone'
  },
  dispose: {
    none: 'evidence.unknown',
    held: 'disposed',
    'in-transit': 'evidence.in-transit',
    returned: 'evidence.gone',
    disposed: []
  }
}

t.test('every command in every status', async (t) => {
  for (const name of Object.keys(table) as CommandName[]) {
    t.strictSame(dataProblems(happens[name].type, happens[name].data), [], 'the event follows its schema')
    for (const status of Object.keys(pasts) as Status[]) {
      const when = given(evidence, pasts[status]).when(commands[name], now)
      const expected = table[name][status]
      if (Array.isArray(expected)) t.doesNotThrow(() => when.then([]), `${name} ${status}`)
      else if (expected.includes('.')) t.doesNotThrow(() => when.refuses(expected), `${name} ${status}`)
      else {
        t.doesNotThrow(() => when.then([happens[name]]), `${name} ${status}`)
        t.equal(fold(evidence, [...pasts[status], happens[name]]).status, expected)
      }
    }
  }
})

t.test('guards', async (t) => {
  const { register, receive, dispose } = commands
  const handOver = commands['hand-over']
  const rows: [why: string, status: Status, command: EvidenceCommand, code: string][] = [
    ['one person registers', 'none', { ...register, item: { ...register.item, persons: ['p-1'] } }, 'two-persons'],
    [
      'the same one twice',
      'held',
      { ...handOver, handing: { ...handOver.handing, persons: ['p', 'p'] } },
      'two-persons'
    ],
    [
      'one person receives',
      'in-transit',
      { ...receive, receipt: { ...receive.receipt, persons: ['a-1'] } },
      'two-persons'
    ],
    [
      'one person returns',
      'held',
      { ...commands.return, returning: { ...commands.return.returning, persons: ['p-1'] } },
      'two-persons'
    ],
    ['one person disposes', 'held', { ...dispose, disposal: { ...dispose.disposal, persons: ['p-1'] } }, 'two-persons'],
    [
      'obtained tomorrow',
      'none',
      { ...register, item: { ...register.item, obtainedAt: '2026-06-02T09:00:00+08:00' } },
      'obtained-in-future'
    ],
    ['to oneself', 'held', { ...handOver, handing: { ...handOver.handing, to: 'psb' } }, 'to-oneself'],
    ['whoever asked for it hands it over', 'held', { ...handOver, agency: 'amr' }, 'not-holder'],
    ['whoever asked for it returns it', 'held', { ...commands.return, agency: 'amr' }, 'not-holder'],
    ['the receiver disposes before it signs', 'in-transit', { ...dispose, agency: 'amr' }, 'not-holder'],
    ['the holder signs for it', 'in-transit', { ...receive, agency: 'psb' }, 'not-receiver'],
    [
      'damaged, and nothing said',
      'in-transit',
      { ...receive, receipt: { ...receive.receipt, intact: false } },
      'damage-unexplained'
    ],
    ['a stranger', 'in-transit', { ...receive, agency: 'tax' }, 'unknown'],
    ['a stranger hands over', 'held', { ...handOver, agency: 'tax' }, 'unknown']
  ]
  for (const [why, status, command, code] of rows) {
    t.doesNotThrow(() => given(evidence, pasts[status]).when(command, now).refuses(`evidence.${code}`), why)
  }
  given(evidence, pasts.held)
    .when({ ...handOver, registered: false }, now)
    .refuses('agency.unknown')
})

t.test('until it is signed for, the holder may hand it to someone else', async (t) => {
  const { 'hand-over': handOver, receive } = commands
  const toTax = { ...handOver, handing: { ...handOver.handing, to: 'tax' } }
  given(evidence, pasts['in-transit'])
    .when(toTax, now)
    .then([{ type: 'evidence.handed-over.v1', data: { from: 'psb', ...label, ...toTax.handing } }])
  const onItsWay = fold(evidence, [...pasts['in-transit'], ...evidence.decide(toTax, fold(evidence, pasts.held), now)])
  t.throws(() => evidence.decide(receive, onItsWay, now), { code: 'evidence.not-receiver' })
  given(evidence, [...pasts['in-transit'], happens.receive])
    .when(receive, now)
    .then([])
})

t.test('the chain goes on from hand to hand', async (t) => {
  const back = { ...commands['hand-over'], agency: 'amr', handing: { ...commands['hand-over'].handing, to: 'psb' } }
  const atAmr = [...pasts['in-transit'], happens.receive]
  given(evidence, atAmr).when(commands['hand-over'], now).refuses('evidence.not-holder')
  const [handed] = evidence.decide(back, fold(evidence, atAmr), now)
  if (!handed) throw new TypeError('nothing was handed over')
  const state = fold(evidence, [...atAmr, handed])
  t.match(state, { status: 'in-transit', holder: 'amr', towards: 'psb', holders: ['psb', 'amr'] })
})
