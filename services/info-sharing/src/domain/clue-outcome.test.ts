import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { commands, handler, happens, head, leader, now, pasts, transfer } from './clue.fixture.ts'
import { clue } from './clue.ts'
import type { ClueCommand } from './clue-command.ts'
import type { ClueStatus } from './clue-state.ts'

const statusAfter = (...events: Parameters<typeof fold<unknown, unknown, (typeof happens)['file']>>[1][]) =>
  fold(
    clue,
    events.flatMap((some) => [...some])
  ).status

t.test('guards', async (t) => {
  const disputing = commands['dispute-jurisdiction']
  const penalty = commands['decide-penalty']
  const rows: [why: string, status: ClueStatus, command: ClueCommand, code: string][] = [
    ['a dispute with nobody', 'verifying', { do: disputing.do, by: handler, reason: '争议' }, 'clue.dispute-target'],
    ['a dispute with two', 'verifying', { ...disputing, with: 'tax' }, 'clue.dispute-target'],
    [
      'a dispute with oneself',
      'verifying',
      { do: disputing.do, by: handler, with: 'psb', reason: '争议' },
      'clue.dispute-with-self'
    ],
    ['a hearing before the filing', 'verifying', { ...commands.suspend, basis: 'hearing' }, 'clue.basis-after-filing'],
    ['a stay before the filing', 'verifying', { ...commands.suspend, basis: 'stay' }, 'clue.basis-after-filing'],
    [
      'a public notice before the filing',
      'verifying',
      { ...commands.suspend, basis: 'public-notice' },
      'clue.basis-after-filing'
    ],
    ['told tomorrow', 'filed', { ...commands['inform-reporter'], informedOn: '2026-06-02' }, 'clue.date-in-future'],
    ['decided tomorrow', 'filed', { ...penalty, decidedOn: '2026-06-02' }, 'clue.date-in-future'],
    ['a handler decides', 'filed', { ...penalty, by: handler }, 'clue.role'],
    ['a handler extends', 'filed', { ...commands['extend-penalty'], by: handler }, 'clue.role'],
    ['a leader who is not the head extends', 'filed', { ...commands['extend-penalty'], by: leader }, 'clue.head-only'],
    ['a fine without a penalty', 'filed', { ...penalty, outcome: 'no-penalty' }, 'clue.fine-without-penalty'],
    [
      'a penalty without a number',
      'filed',
      { do: penalty.do, by: leader, outcome: 'penalty', decidedOn: '2026-06-01' },
      'clue.penalty-number'
    ],
    ['another tells the reporter', 'filed', { ...commands['inform-reporter'], by: handler }, 'clue.intake-only'],
    ['archived before it is decided', 'feedback-given', commands.archive, 'clue.underway'],
    ['public before it is decided', 'filed', commands['publish-penalty'], 'clue.no-penalty']
  ]
  for (const [why, status, command, code] of rows) {
    t.doesNotThrow(() => given(clue, pasts[status]).when(command, now).refuses(code), why)
  }
})

t.test('no identified reporter, nobody to tell', async () => {
  const [received, ...rest] = pasts.filed
  if (received?.type !== 'clue.received.v1') throw new TypeError('a story begins with its receipt')
  const { reporterToken: _, ...data } = received.data
  given(clue, [{ ...received, data }, ...rest])
    .when(commands['inform-reporter'], now)
    .refuses('clue.no-reporter')
})

t.test('nothing ends before it is decided, or while work on it is open elsewhere', async () => {
  const { archive } = commands
  const decided = [...pasts.concluded, happens.feedback]
  given(clue, decided).when(archive, now).then([happens.archive])
  given(clue, decided)
    .when({ ...archive, openWork: true }, now)
    .refuses('clue.open-work')
  const withPolice = [...pasts.transferred, happens.feedback]
  given(clue, withPolice).when(archive, now).then([happens.archive])
  given(clue, withPolice)
    .when({ ...archive, openWork: true }, now)
    .refuses('clue.open-work')
  given(clue, [...withPolice, happens['take-back'], happens.feedback])
    .when(archive, now)
    .refuses('clue.underway')
})

t.test('a later decision is told to the reporter again', async () => {
  const inform = commands['inform-reporter']
  const told = [...pasts['not-filed'], happens['inform-reporter'], happens.reopen, happens.assign, happens.accept]
  given(clue, [...told, happens.file])
    .when(inform, now)
    .then([happens['inform-reporter']])
  const back = [...pasts.verifying, happens.transfer, happens['inform-reporter'], happens['take-back']]
  given(clue, [...back, happens['not-file']])
    .when(inform, now)
    .then([happens['inform-reporter']])
  given(clue, [...pasts.filed, happens['inform-reporter'], happens.transfer, happens['take-back']])
    .when(inform, now)
    .then([happens['inform-reporter']])
})

t.test('what was found before the case went to the police, or ended, is open again when it is back', async () => {
  const before = [...pasts.verifying, happens['assess-upper'], happens['dispute-jurisdiction']]
  const back = [...before, happens.transfer, happens['take-back']]
  const reopened = [...before, happens['not-file'], happens.reopen, happens.assign, happens.accept]
  for (const past of [back, reopened]) {
    for (const name of ['assess-upper', 'dispute-jurisdiction'] as const) {
      given(clue, past).when(commands[name], now).then([happens[name]])
    }
    given(clue, past).when(commands['settle-jurisdiction'], now).refuses('clue.no-dispute')
  }
})

t.test('what holds already', async () => {
  given(clue, [...pasts.verifying, happens['assess-upper']])
    .when(commands['assess-upper'], now)
    .then([])
  given(clue, [...pasts.verifying, happens['dispute-jurisdiction']])
    .when(commands['dispute-jurisdiction'], now)
    .then([])
  given(clue, [...pasts.filed, happens['inform-reporter']])
    .when(commands['inform-reporter'], now)
    .then([])
  given(clue, [...pasts.concluded, happens['publish-penalty']])
    .when(commands['publish-penalty'], now)
    .then([])
})

t.test('a dispute is settled, by agreement or by designation, even after a referral', async () => {
  const settle = commands['settle-jurisdiction']
  const disputed = [...pasts.verifying, happens['dispute-jurisdiction']]
  given(clue, disputed).when(settle, now).then([happens['settle-jurisdiction']])
  given(clue, [...disputed, happens.refer])
    .when(settle, now)
    .then([happens['settle-jurisdiction']])
  given(clue, [...disputed, happens['settle-jurisdiction']])
    .when(settle, now)
    .refuses('clue.no-dispute')
  given(clue, disputed)
    .when({ ...settle, manner: 'designated' }, now)
    .refuses('clue.designation-number')
})

t.test('the time to decide is extended once, by the head', async () => {
  given(clue, [...pasts.filed, happens['extend-penalty']])
    .when({ ...commands['extend-penalty'], by: head }, now)
    .refuses('clue.penalty-extended-already')
})

t.test('a suspension ends where it began', async (t) => {
  for (const status of ['verifying', 'filed', 'feedback-given'] as const) {
    t.equal(statusAfter(pasts[status], [happens.suspend, happens.resume]), status)
  }
})

t.test('a case that comes back from the police goes on where it was', async (t) => {
  const back = (status: ClueStatus) => statusAfter(pasts[status], [happens.transfer, happens['take-back']])
  t.equal(back('verifying'), 'verifying')
  t.equal(back('suspended'), 'verifying')
  t.equal(back('filed'), 'filed')
  t.equal(back('concluded'), 'concluded')
  t.equal(statusAfter(pasts.transferred, [happens.feedback, happens['take-back']]), 'filed', 'after feedback, too')
  given(clue, [...pasts.transferred, happens['take-back']])
    .when(commands['decide-penalty'], now)
    .then([happens['decide-penalty']])
})

t.test('another transfer brings nothing back, and one transfer happens once', async () => {
  given(clue, pasts.transferred)
    .when({ ...commands['take-back'], transfer: transfer.replace(/3$/, '4') }, now)
    .then([])
  given(clue, [...pasts.transferred, happens.feedback])
    .when(commands.transfer, now)
    .then([])
  given(clue, [...pasts['not-filed'], happens.feedback])
    .when(commands.transfer, now)
    .refuses('clue.wrong-status')
})

t.test('feedback on the way leaves the filed case to be decided', async () => {
  given(clue, [...pasts['feedback-given'], happens['decide-penalty']])
    .when(commands['decide-penalty'], now)
    .refuses('clue.not-underway')
})
