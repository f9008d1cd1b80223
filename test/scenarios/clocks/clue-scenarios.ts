import { commands } from '../../../services/info-sharing/src/domain/clue.fixture.ts'
import type { ClockScenario, Step } from './scenario.ts'

type Name = keyof typeof commands
const clue = (name: Name, change: object = {}): Step => ({ on: 'clue', command: { ...commands[name], ...change } })

/** A lead of the science bureau; the police (psb) handle it, amr runs the office. */
const told = ['psb', 'science', 'amr']
const receive = clue('receive', { clue: { ...commands.receive.clue, receivedAt: '2026-06-01T09:00:00+08:00' } })
const { reporterToken: _, ...anonymous } = commands.receive.clue
const unknown = clue('receive', { clue: { ...anonymous, receivedAt: '2026-06-01T09:00:00+08:00' } })
const assign = clue('assign', { dueAt: '2026-12-30T18:00:00+08:00' })
const assigned = [receive, clue('register'), assign]
const accepted = [...assigned, clue('accept')]
const filed = [...accepted, clue('file')]
const decide = clue('decide-penalty')
const { documentNumber: _number, fineYuan: _fine, ...decision } = commands['decide-penalty']
const noPenalty: Step = { on: 'clue', command: { ...decision, outcome: 'no-penalty' } }

export const clueScenarios: Readonly<Record<string, ClockScenario>> = {
  // Thursday; Friday to Sunday are the Dragon Boat holiday.
  A1: {
    ...{ of: 'clue', before: [], start: receive, at: '2026-06-18T10:00:00+08:00', due: '2026-06-22T23:59:59+08:00' },
    warned: ['2026-06-22T09:00:00+08:00', '2026-06-22T15:59:59+08:00'],
    meets: { register: [clue('register')] },
    holder: 'science',
    // A draft is its writer's alone: not even the office hears of it.
    told: ['science'],
    means: /remind/
  },
  // 15 16 17 18, Sunday 20 worked, 21 22 23 24, 28 29 30, 8 9, Saturday 10 worked.
  A2: {
    ...{ of: 'clue', before: assigned, start: clue('accept') },
    ...{ at: '2026-09-14T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-09-30T09:00:00+08:00', '2026-10-09T09:00:00+08:00'],
    meets: {
      file: [clue('file')],
      'not-file': [clue('not-file')],
      refer: [clue('refer')],
      transfer: [clue('transfer')]
    },
    holder: 'psb',
    told,
    means: /internal supervision/,
    extended: { by: [clue('extend', { dueAt: '2027-01-10T18:00:00+08:00' })], due: '2026-10-30T23:59:59+08:00' },
    suspended: [
      // 22 23 24 28 do not count.
      {
        ...{ by: clue('suspend'), from: '2026-09-21T10:00:00+08:00' },
        ...{ back: clue('resume'), until: '2026-09-28T16:00:00+08:00', due: '2026-10-15T23:59:59+08:00' }
      },
      {
        ...{ by: clue('suspend', { basis: 'identification' }), from: '2026-09-21T10:00:00+08:00' },
        ...{ back: clue('resume'), until: '2026-09-21T16:00:00+08:00', due: '2026-10-10T23:59:59+08:00' }
      }
    ],
    runsOn: [clue('suspend', { basis: 'other', note: '等待批复' })],
    also: { 'a case that the police did not take': [...accepted, clue('transfer'), clue('take-back')] },
    notFor: { 'a filed case that came back': [...filed, clue('transfer'), clue('take-back')] }
  },
  // 29 30, 8 9, Saturday 10 worked.
  A3: {
    ...{ of: 'clue', before: accepted, start: clue('file') },
    ...{ at: '2026-09-28T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-09-30T09:00:00+08:00', '2026-10-09T09:00:00+08:00'],
    meets: { 'inform-reporter': [clue('inform-reporter')] },
    holder: 'science',
    // That somebody reported under a name is not told to whoever handles the lead.
    told: ['science', 'amr'],
    means: /reconsideration/,
    cancelled: [[clue('feedback'), clue('reopen')]],
    also: { 'not filed': [...accepted, clue('not-file')] },
    notFor: { 'an unknown reporter': [unknown, clue('register'), assign, clue('accept'), clue('file')] }
  },
  // Saturday 10 worked, 12 13.
  A4: {
    ...{ of: 'clue', before: accepted, start: clue('assess-upper') },
    ...{ at: '2026-10-09T10:00:00+08:00', due: '2026-10-13T23:59:59+08:00' },
    warned: ['2026-10-12T09:00:00+08:00', '2026-10-13T09:00:00+08:00'],
    meets: { refer: [clue('refer')] },
    cancelled: [[clue('file')], [clue('not-file')], [clue('transfer')]],
    holder: 'psb',
    told,
    means: /escalate/
  },
  // 16 17 18, 22 23 24 25.
  A5: {
    ...{ of: 'clue', before: accepted, start: clue('dispute-jurisdiction') },
    ...{ at: '2026-06-15T10:00:00+08:00', due: '2026-06-25T23:59:59+08:00' },
    warned: ['2026-06-22T09:00:00+08:00', '2026-06-24T09:00:00+08:00'],
    meets: { settle: [clue('settle-jurisdiction')] },
    cancelled: [[clue('file')], [clue('not-file')], [clue('refer')], [clue('transfer')]],
    holder: 'psb',
    told,
    means: /common superior/
  },
  // The date that the office set, to the minute.
  A6: {
    ...{ of: 'clue', before: [receive, clue('register')] },
    start: clue('assign', { dueAt: '2026-07-10T18:00:00+08:00' }),
    ...{ at: '2026-06-15T10:00:00+08:00', due: '2026-07-10T18:00:00+08:00' },
    warned: ['2026-07-07T09:00:00+08:00', '2026-07-09T09:00:00+08:00'],
    meets: {
      return: [clue('return')],
      file: [clue('accept'), clue('file')],
      'not-file': [clue('accept'), clue('not-file')],
      refer: [clue('accept'), clue('refer')],
      transfer: [clue('accept'), clue('transfer')]
    },
    holder: 'psb',
    told,
    means: /supervision/
  },
  // 30 days of July, 31 of August, 29 of September.
  A10: {
    ...{ of: 'clue', before: accepted, start: clue('file') },
    ...{ at: '2026-07-01T10:00:00+08:00', due: '2026-09-29T23:59:59+08:00' },
    warned: ['2026-09-14T09:00:00+08:00', '2026-09-24T09:00:00+08:00'],
    meets: {
      penalty: [decide],
      'no penalty': [noPenalty]
    },
    holder: 'psb',
    told,
    means: /procedural illegality/,
    extended: { by: [clue('extend-penalty')], due: '2026-10-29T23:59:59+08:00' },
    suspended: [
      ...['hearing', 'public-notice', 'appraisal', 'stay'].map((basis) => [clue('suspend', { basis }), clue('resume')]),
      [clue('transfer'), clue('take-back')]
    ].map(([by, back]) => ({
      ...{ by: by as Step, from: '2026-07-10T10:00:00+08:00' },
      ...{ back: back as Step, until: '2026-07-30T09:00:00+08:00', due: '2026-10-19T23:59:59+08:00' }
    })),
    runsOn: [clue('suspend', { basis: 'other', note: '等待批复' })],
    cancelled: [
      [clue('transfer'), clue('feedback'), clue('archive')],
      [clue('feedback'), clue('reopen')]
    ]
  },
  // 2 3 4, 7 to 11, 14 to 18, Sunday 20 worked, 21 22 23 24, 28 29.
  A11: {
    ...{ of: 'clue', before: filed, start: decide },
    ...{ at: '2026-09-01T10:00:00+08:00', due: '2026-09-29T23:59:59+08:00' },
    warned: ['2026-09-21T09:00:00+08:00', '2026-09-28T09:00:00+08:00'],
    meets: { publish: [clue('publish-penalty')] },
    cancelled: [[clue('reopen')]],
    holder: 'psb',
    told,
    means: /correct/,
    notFor: {
      'a case without penalty': [...filed, noPenalty]
    }
  }
}
