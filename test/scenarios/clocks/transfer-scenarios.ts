import { commands, prosecutor } from '../../../services/joint-investigation/src/domain/transfer.fixture.ts'
import type { ClockScenario, Step } from './scenario.ts'

type Name = keyof typeof commands
const transfer = (name: Name, said?: object): Step => {
  const command = commands[name]
  return { on: 'transfer', command: said ? { ...command, said: { ...command.said, ...said } } : command } as Step
}
const lapsed = (name: 'request-reconsideration' | 'request-supervision'): Step => ({
  on: 'transfer',
  command: { ...commands[name], lapsed: true }
})
const steps = (...names: Name[]): Step[] => names.map((name) => transfer(name))

/** tax sends to psb; the procuratorate gets its copy by statute, amr runs the office. */
const bySender = ['tax', 'amr', 'procuratorate']
const bySenderSent = [...bySender, 'psb']
const byPolice = ['psb', 'tax', 'amr', 'procuratorate']
const byProcuratorate = ['procuratorate', 'psb', 'tax', 'amr']
const approved = steps('suspect', 'form-team', 'report', 'approve')
const sent = [...approved, transfer('send')]
const accepted = [...sent, ...steps('receipt', 'accept')]
const notFiled = [...accepted, transfer('not-file')]
const filed = [...accepted, transfer('file')]
const unprosecuted = [...filed, ...steps('send-for-prosecution', 'not-prosecute')]
const explained = [...notFiled, ...steps('request-supervision', 'require-explanation', 'explain')]

/** What info-sharing says of the sender's clue. */
const penalty = (outcome: 'penalty' | 'no-penalty', documentNumber = '乌中税罚〔2026〕1号'): Step => ({
  ...{ heard: 'clue.penalty-decided', on: 'clue', by: 'tax' },
  data: { outcome, decidedOn: '2026-09-21', ...(outcome === 'penalty' && { documentNumber }) }
})
const closedByProcuratorate: Step = { on: 'transfer', command: { ...commands.close, by: prosecutor } }
const reroutedOutside = transfer('reroute', { to: undefined, outside: '某某铁路公安处' })

export const transferScenarios: Readonly<Record<string, ClockScenario>> = {
  B1: {
    ...{ of: 'transfer', before: [], start: transfer('suspect') },
    ...{ at: '2026-10-09T10:00:00+08:00', due: '2026-10-09T23:59:59+08:00' },
    warned: ['2026-10-09T14:59:59+08:00', '2026-10-09T16:59:59+08:00'],
    meets: { 'form-team': steps('form-team') },
    holder: 'tax',
    told: bySender,
    means: /B13/
  },
  // Friday 2 October is its natural end; the holiday lasts until the 7th.
  B2: {
    ...{ of: 'transfer', before: steps('suspect', 'form-team'), start: transfer('report') },
    ...{ at: '2026-09-29T10:00:00+08:00', due: '2026-10-08T23:59:59+08:00', natural: '2026-10-02T23:59:59+08:00' },
    warned: ['2026-10-01T09:00:00+08:00', '2026-10-02T09:00:00+08:00'],
    meets: { approve: steps('approve'), refuse: steps('refuse') },
    holder: 'tax',
    told: bySender,
    means: /B13/
  },
  B3: {
    ...{ of: 'transfer', before: steps('suspect', 'form-team', 'report'), start: transfer('approve') },
    ...{ at: '2026-09-30T17:00:00+08:00', due: '2026-10-01T17:00:00+08:00' },
    warned: ['2026-10-01T09:00:00+08:00', '2026-10-01T15:00:00+08:00'],
    meets: { send: steps('send') },
    holder: 'tax',
    told: bySender,
    means: /B13/
  },
  B4: {
    ...{ of: 'transfer', before: approved, start: transfer('send') },
    ...{ at: '2026-09-30T17:00:00+08:00', due: '2026-10-01T17:00:00+08:00' },
    warned: ['2026-10-01T09:00:00+08:00', '2026-10-01T15:00:00+08:00'],
    meets: { receipt: steps('receipt') },
    holder: 'psb',
    told: byPolice,
    means: /B14/,
    again: {
      steps: steps('receipt', 'reroute'),
      ...{ at: '2026-10-01T08:00:00+08:00', due: '2026-10-02T08:00:00+08:00', holder: 'railway-psb' }
    }
  },
  B5a: {
    ...{ of: 'transfer', before: sent, start: transfer('receipt') },
    ...{ at: '2026-09-30T17:00:00+08:00', due: '2026-10-01T17:00:00+08:00' },
    warned: ['2026-10-01T09:00:00+08:00', '2026-10-01T15:00:00+08:00'],
    meets: {
      'request-supplement': steps('request-supplement'),
      accept: steps('accept'),
      reroute: steps('reroute')
    },
    holder: 'psb',
    told: byPolice,
    means: /-/
  },
  // Friday 19 June is the Dragon Boat Festival, then a weekend.
  B5b: {
    ...{ of: 'transfer', before: [...sent, transfer('receipt')], start: transfer('request-supplement') },
    ...{ at: '2026-06-16T10:00:00+08:00', due: '2026-06-22T23:59:59+08:00', natural: '2026-06-19T23:59:59+08:00' },
    warned: ['2026-06-18T09:00:00+08:00', '2026-06-19T09:00:00+08:00'],
    meets: { supplement: steps('supplement') },
    cancelled: [steps('accept'), steps('reroute')],
    holder: 'tax',
    told: bySenderSent,
    means: /-/
  },
  B6: {
    ...{ of: 'transfer', before: sent, start: transfer('receipt') },
    ...{ at: '2026-09-30T17:00:00+08:00', due: '2026-10-01T17:00:00+08:00' },
    warned: ['2026-10-01T09:00:00+08:00', '2026-10-01T15:00:00+08:00'],
    meets: {
      reroute: steps('reroute'),
      accept: steps('accept'),
      'request-supplement': steps('request-supplement')
    },
    holder: 'psb',
    told: byPolice,
    means: /B14/
  },
  // Saturday 20 June; with seven days more Saturday 27, then Monday.
  B7: {
    ...{ of: 'transfer', before: [...sent, transfer('receipt')], start: transfer('accept') },
    ...{ at: '2026-06-17T10:00:00+08:00', due: '2026-06-22T23:59:59+08:00', natural: '2026-06-20T23:59:59+08:00' },
    warned: ['2026-06-19T09:00:00+08:00', '2026-06-20T09:00:00+08:00'],
    meets: { file: steps('file'), 'not-file': steps('not-file') },
    holder: 'psb',
    told: byPolice,
    means: /B11, B14/,
    cancelled: [steps('require-explanation')],
    extended: { by: [transfer('extend-filing')], due: '2026-06-29T23:59:59+08:00' }
  },
  B8: {
    ...{ of: 'transfer', before: accepted, start: transfer('file') },
    ...{ at: '2026-06-18T10:00:00+08:00', due: '2026-06-22T23:59:59+08:00', natural: '2026-06-21T23:59:59+08:00' },
    warned: ['2026-06-20T09:00:00+08:00', '2026-06-21T09:00:00+08:00'],
    meets: {
      'hand-over-exhibits': steps('hand-over-exhibits'),
      'after the prosecution': steps('prosecute', 'hand-over-exhibits')
    },
    cancelled: [steps('withdraw'), steps('not-prosecute'), [...steps('prosecute'), closedByProcuratorate]],
    holder: 'tax',
    told: bySenderSent,
    means: /310 15/
  },
  // Monday 6 July: nothing to roll.
  B9: {
    ...{ of: 'transfer', before: accepted, start: transfer('not-file') },
    ...{ at: '2026-07-03T10:00:00+08:00', due: '2026-07-06T23:59:59+08:00', natural: '2026-07-06T23:59:59+08:00' },
    warned: ['2026-07-05T09:00:00+08:00', '2026-07-06T09:00:00+08:00'],
    meets: {
      'request-reconsideration': steps('request-reconsideration'),
      'request-supervision': steps('request-supervision')
    },
    holder: 'tax',
    told: bySenderSent,
    means: /right lapses/,
    cancelled: [steps('return-to-administration'), steps('require-explanation')],
    lapses: { steps: [lapsed('request-reconsideration')], code: 'transfer.right-lapsed' }
  },
  B10: {
    ...{ of: 'transfer', before: notFiled, start: transfer('request-reconsideration') },
    ...{ at: '2026-07-01T10:00:00+08:00', due: '2026-07-06T23:59:59+08:00', natural: '2026-07-04T23:59:59+08:00' },
    warned: ['2026-07-03T09:00:00+08:00', '2026-07-04T09:00:00+08:00'],
    meets: { upheld: steps('reconsider'), reversed: [transfer('reconsider', { outcome: 'reversed' })] },
    holder: 'psb',
    told: byPolice,
    means: /B11/
  },
  B11a: {
    ...{
      of: 'transfer',
      before: [...notFiled, transfer('request-supervision')],
      start: transfer('require-explanation')
    },
    ...{ at: '2026-07-06T10:00:00+08:00', due: '2026-07-13T23:59:59+08:00' },
    warned: ['2026-07-10T09:00:00+08:00', '2026-07-12T09:00:00+08:00'],
    meets: { explain: steps('explain'), file: steps('file') },
    holder: 'psb',
    told: byPolice,
    means: /correction opinion/
  },
  B11b: {
    ...{ of: 'transfer', before: explained, start: transfer('order-filing') },
    ...{ at: '2026-07-13T10:00:00+08:00', due: '2026-07-28T23:59:59+08:00' },
    warned: ['2026-07-25T09:00:00+08:00', '2026-07-27T09:00:00+08:00'],
    meets: { file: steps('file') },
    holder: 'psb',
    told: byPolice,
    means: /correction opinion/
  },
  // Three months from the 31st: the last of November.
  B12: {
    ...{ of: 'transfer', before: accepted, start: transfer('file') },
    ...{ at: '2026-08-31T10:00:00+08:00', due: '2026-11-30T23:59:59+08:00' },
    warned: ['2026-11-15T09:00:00+08:00', '2026-11-27T09:00:00+08:00'],
    meets: {
      press: steps('press'),
      'send-for-prosecution': steps('send-for-prosecution'),
      prosecute: steps('prosecute'),
      'not-prosecute': steps('not-prosecute'),
      withdraw: steps('withdraw')
    },
    holder: 'procuratorate',
    told: byProcuratorate,
    means: /correction opinion/
  },
  // Friday 25 September is the Mid-Autumn Festival: this one does not roll.
  B15: {
    ...{ of: 'transfer', before: filed, start: transfer('withdraw') },
    ...{ at: '2026-09-22T10:00:00+08:00', due: '2026-09-25T23:59:59+08:00' },
    warned: ['2026-09-24T09:00:00+08:00', '2026-09-25T09:00:00+08:00'],
    meets: { 'notify-withdrawal': steps('notify-withdrawal') },
    holder: 'psb',
    told: byPolice,
    means: /-/
  },
  // A penalty in the case of the transfer; ten natural days end on the National Day.
  B16: {
    ...{ of: 'transfer', before: sent },
    start: penalty('penalty'),
    ...{ at: '2026-09-21T10:00:00+08:00', due: '2026-10-01T23:59:59+08:00' },
    warned: ['2026-09-28T09:00:00+08:00', '2026-09-30T09:00:00+08:00'],
    meets: {
      'copy-penalty': steps('copy-penalty'),
      'when it has ended': [transfer('receipt'), reroutedOutside, ...steps('close', 'copy-penalty')]
    },
    key: '乌中税罚〔2026〕1号',
    besides: [penalty('penalty', '乌中税罚〔2026〕2号')],
    holder: 'tax',
    told: bySenderSent,
    means: /以罚代刑/,
    notFor: {
      'a decision without penalty': [...sent, penalty('no-penalty')],
      'a penalty that went already': [...sent, transfer('copy-penalty'), penalty('penalty')]
    },
    also: {
      'one that is not transferred': [...steps('suspect', 'form-team', 'report', 'refuse'), penalty('penalty')],
      'a crime suspected after the penalty': [penalty('penalty'), transfer('suspect')]
    }
  },
  // 28 29 30.
  B17: {
    ...{ of: 'transfer', before: [...filed, transfer('send-for-prosecution')], start: transfer('not-prosecute') },
    ...{ at: '2026-09-24T10:00:00+08:00', due: '2026-09-30T23:59:59+08:00' },
    warned: ['2026-09-29T09:00:00+08:00', '2026-09-30T09:00:00+08:00'],
    meets: { 'accept-reverse': steps('accept-reverse') },
    holder: 'procuratorate',
    told: byProcuratorate,
    means: /flow warning/,
    also: { 'a case that came without the bus': steps('start-reverse') }
  },
  // 29 30, 8 9, Saturday 10 worked, 12 13 14 15 16.
  B18: {
    ...{ of: 'transfer', before: unprosecuted, start: transfer('accept-reverse') },
    ...{ at: '2026-09-28T10:00:00+08:00', due: '2026-10-16T23:59:59+08:00' },
    warned: ['2026-10-13T09:00:00+08:00', '2026-10-15T09:00:00+08:00'],
    meets: { 'give-opinion': steps('give-opinion'), 'close-reverse': steps('close-reverse') },
    holder: 'procuratorate',
    told: byProcuratorate,
    means: /-/
  },
  // Two months from the last of December: February has 28 days, a Sunday; it does not roll.
  B19: {
    ...{ of: 'transfer', before: [...unprosecuted, transfer('accept-reverse')], start: transfer('give-opinion') },
    ...{ at: '2026-12-31T10:00:00+08:00', due: '2027-02-28T23:59:59+08:00' },
    warned: ['2027-02-13T09:00:00+08:00', '2027-02-25T09:00:00+08:00'],
    meets: { 'answer-opinion': steps('answer-opinion') },
    holder: 'tax',
    told: bySenderSent,
    means: /superiors/
  }
}
