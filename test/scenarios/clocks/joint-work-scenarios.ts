import * as assisting from '../../../services/joint-investigation/src/domain/assistance.fixture.ts'
import * as consulting from '../../../services/joint-investigation/src/domain/consultation.fixture.ts'
import type { ClockScenario, Step } from './scenario.ts'

const consult = (name: consulting.CommandName, change: object = {}): Step => ({
  on: 'consultation',
  command: { ...consulting.commands[name], ...change }
})
const signedBy = (who: typeof consulting.proposer): Step => ({
  on: 'consultation',
  command: { ...{ do: 'sign-minutes' }, ...who }
})
const accepted = [consult('propose'), consult('accept')]
const convene = consult('convene', { meeting: { ...consulting.meeting, meetsAt: '2028-06-05T14:30:00+08:00' } })
const meet = [consult('answer-invitation'), consult('bring-materials'), convene, consult('hold')]
const held = [...accepted, ...meet]
const sign = [
  consult('draft-minutes'),
  signedBy(consulting.proposer),
  signedBy(consulting.office),
  consult('sign-minutes')
]
const end = consult('close', { reason: '案件已另行处理' })
const assign = (dueOn: string, task: string) =>
  consult('assign-follow-up', { task: { ...consulting.task, dueOn, task } })
const inquire = (text: string) => consult('inquire', { text })

const assist = (name: assisting.CommandName, change: object = {}): Step => ({
  on: 'assistance',
  command: { ...assisting.commands[name], ...change }
})
const send = (change: object): Step => ({ on: 'assistance', command: assisting.request(change) })
const sendOutside = (change: object): Step => ({ on: 'assistance', command: assisting.requestOutside(change) })
const dueAt = '2027-12-30T18:00:00+08:00'
const later = '2028-01-30T18:00:00+08:00'
const inSystem = { agency: 'city-amr' }
const sendInSystem = send({ addressee: 'city-amr', withinSystem: true })

export const jointWorkScenarios: Readonly<Record<string, ClockScenario>> = {
  // Seven natural days into the holiday.
  B20: {
    ...{ of: 'consultation', before: accepted, start: inquire('鉴定意见是否必需') },
    ...{ at: '2026-09-25T10:00:00+08:00', due: '2026-10-02T23:59:59+08:00' },
    warned: ['2026-09-29T09:00:00+08:00', '2026-10-01T09:00:00+08:00'],
    meets: { answer: [consult('answer-inquiry')] },
    holder: 'procuratorate',
    told: ['procuratorate', 'psb', 'amr'],
    means: /-/,
    key: '1',
    besides: [inquire('电子数据如何固定')]
  },
  // 15 16 17 18, Sunday 20 worked, 21 22 23 24, 28 29 30, 8 9, Saturday 10 worked.
  C1: {
    ...{ of: 'assistance', before: [sendInSystem], start: assist('receive', inSystem) },
    ...{ at: '2026-09-14T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-09-30T09:00:00+08:00', '2026-10-09T09:00:00+08:00'],
    meets: {
      reply: [assist('accept', { ...inSystem, dueAt }), assist('reply', inSystem)],
      refuse: [assist('refuse', inSystem)],
      forward: [assist('forward', { ...inSystem, to: 'tax' })]
    },
    holder: 'city-amr',
    told: ['city-amr', 'amr'],
    means: /common superior/,
    // 12 to 16, 19 to 23, 26 to 30.
    extended: {
      by: [assist('accept', { ...inSystem, dueAt }), assist('extend', { ...inSystem, dueAt: later })],
      due: '2026-10-30T23:59:59+08:00'
    },
    cancelled: [[assist('withdraw')]],
    notFor: { 'another system': [send({}), assist('receive')] },
    // 9, Saturday 10 worked, 12 to 16, 19 to 23, 26 27 28.
    again: {
      steps: [assist('accept', { ...inSystem, dueAt }), assist('reply', inSystem), assist('request-supplement')],
      ...{ at: '2026-10-08T10:00:00+08:00', due: '2026-10-28T23:59:59+08:00', holder: 'city-amr' }
    }
  },
  // 8 9 October.
  C2a: {
    ...{ of: 'assistance', before: [], start: send({}) },
    ...{ at: '2026-09-30T10:00:00+08:00', due: '2026-10-09T23:59:59+08:00' },
    warned: ['2026-10-08T09:00:00+08:00', '2026-10-09T09:00:00+08:00'],
    meets: { receive: [assist('receive')] },
    holder: 'psb',
    told: ['psb', 'amr'],
    means: /escalate/,
    cancelled: [[assist('withdraw')]],
    notFor: { 'the own system': [sendInSystem] },
    again: {
      steps: [assist('receive'), assist('forward')],
      ...{ at: '2026-10-08T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00', holder: 'tax' }
    }
  },
  // 16 17 18, 22 to 26, 29 30; five more: 1 2 3, 6 7 July.
  C2b: {
    ...{ of: 'assistance', before: [send({}), assist('receive')], start: assist('accept', { dueAt }) },
    ...{ at: '2026-06-15T10:00:00+08:00', due: '2026-06-30T23:59:59+08:00' },
    warned: ['2026-06-25T09:00:00+08:00', '2026-06-29T09:00:00+08:00'],
    meets: { reply: [assist('reply')] },
    holder: 'psb',
    told: ['psb', 'amr'],
    means: /refusal needs a reason/,
    extended: { by: [assist('extend', { dueAt: later })], due: '2026-07-07T23:59:59+08:00' },
    cancelled: [[assist('withdraw')]],
    notFor: { 'the own system': [sendInSystem, assist('receive', inSystem), assist('accept', { ...inSystem, dueAt })] },
    // 23 to 26, 29 30, 1 2 3, 6 July.
    again: {
      steps: [assist('reply'), assist('request-supplement')],
      ...{ at: '2026-06-22T10:00:00+08:00', due: '2026-07-06T23:59:59+08:00', holder: 'psb' }
    }
  },
  // 8 9, Saturday 10 worked; after the forwarding 9 10 12.
  C2c: {
    ...{ of: 'assistance', before: [send({})], start: assist('receive') },
    ...{ at: '2026-09-30T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-10-09T09:00:00+08:00', '2026-10-10T09:00:00+08:00'],
    meets: {
      accept: [assist('accept', { dueAt })],
      refuse: [assist('refuse')],
      forward: [assist('forward')]
    },
    holder: 'psb',
    told: ['psb', 'amr'],
    means: /refusal needs a reason/,
    cancelled: [[assist('withdraw')]],
    notFor: { 'the own system': [sendInSystem, assist('receive', inSystem)] },
    again: {
      steps: [assist('forward'), assist('receive', { agency: 'tax' })],
      ...{ at: '2026-10-08T10:00:00+08:00', due: '2026-10-12T23:59:59+08:00', holder: 'tax' }
    }
  },
  // As C1: nobody outside is held to a clock, so whoever wrote is reminded to ask again.
  C3: {
    ...{ of: 'assistance', before: [], start: sendOutside({}) },
    ...{ at: '2026-09-14T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-09-30T09:00:00+08:00', '2026-10-09T09:00:00+08:00'],
    meets: { answer: [assist('import-reply')] },
    holder: 'amr',
    told: ['amr'],
    means: /common superior/,
    cancelled: [[assist('withdraw')]],
    also: { 'the day that the letter names': [sendOutside({ dueAt: '2026-10-10T23:59:59+08:00' })] },
    notFor: {
      'an agency of the mechanism': [
        ...[send({}), assist('receive'), assist('accept', { dueAt }), assist('reply')],
        assist('request-supplement')
      ]
    },
    again: {
      steps: [assist('import-reply'), assist('request-supplement')],
      ...{ at: '2026-10-08T10:00:00+08:00', due: '2026-10-28T23:59:59+08:00', holder: 'amr' }
    }
  },
  // 30, 8 9, Saturday 10 worked, 12.
  D1a: {
    ...{ of: 'consultation', before: [consult('propose')], start: consult('accept') },
    ...{ at: '2026-09-29T10:00:00+08:00', due: '2026-10-12T23:59:59+08:00' },
    warned: ['2026-10-08T09:00:00+08:00', '2026-10-10T09:00:00+08:00'],
    meets: { hold: meet },
    holder: 'amr',
    told: ['amr', 'psb'],
    means: /escalate/,
    cancelled: [[end]]
  },
  // 8 9, Saturday 10 worked.
  D1b: {
    ...{ of: 'consultation', before: held.slice(0, -1), start: consult('hold') },
    ...{ at: '2026-09-30T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-10-09T09:00:00+08:00', '2026-10-10T09:00:00+08:00'],
    meets: { sign },
    holder: 'amr',
    told: ['amr', 'psb'],
    means: /escalate/,
    cancelled: [[end]]
  },
  // The day that the consultation agreed on, a Monday.
  D2: {
    ...{ of: 'consultation', before: held, start: assign('2026-07-20', '补充保密措施证据') },
    ...{ at: '2026-07-01T10:00:00+08:00', due: '2026-07-20T23:59:59+08:00' },
    warned: ['2026-07-15T09:00:00+08:00', '2026-07-17T09:00:00+08:00'],
    meets: { 'follow-up': [consult('follow-up')] },
    holder: 'psb',
    told: ['psb', 'amr'],
    means: /supervision/,
    key: '1',
    besides: [assign('2026-08-03', '询问证人')],
    cancelled: [[end]]
  }
}
