import type { ConsultEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { commands, draft, events as e, now as early, after as now, type Past, past } from './consultation.fixture.ts'
import { consultation } from './consultation.ts'

const on = (status: Past, ...more: ConsultEvent[]) => given(consultation, [...past[status], ...more])

t.test('the meeting', async () => {
  const { convene, hold } = commands
  const later = { ...convene.meeting, meetsAt: '2026-06-09T09:00:00+08:00' }
  on('materials-ready').when(convene, early).then([e.convened])
  on('materials-ready').when(convene, now).refuses('consultation.meets-in-past')
  on('convened')
    .when({ ...convene, meeting: later }, early)
    .then([{ ...e.convened, data: later }])
  const [first, second, third] = hold.attendees
  const who = (...attendees: typeof hold.attendees) => on('convened').when({ ...hold, attendees }, now)
  if (!first || !second || !third) throw new Error('three attendees')
  on('convened').when(hold, early).refuses('consultation.held-in-future')
  who(first, { ...second, agency: 'tax' }).refuses('consultation.attendee-not-invited')
  who(first, second, first).refuses('consultation.attendee-twice')
  who(first, { ...first, person: 'p-8' }).refuses('consultation.one-agency')
  on('convened', e.regrets).when(hold, now).refuses('consultation.attendee-not-invited')
})

t.test('the minutes are signed by each attendee, and dissent is recorded by name', async () => {
  const sign = commands['sign-minutes']
  const drafting = commands['draft-minutes']
  const { dissent: _, ...agreeing } = sign
  on('held')
    .when({ ...drafting, number: undefined }, now)
    .refuses('consultation.number-needed')
  on('held', e.minutes)
    .when({ ...sign, by: { agency: 'justice', person: 'j-4', role: 'handler' } }, now)
    .refuses('consultation.attendees-only')
  on('held', e.minutes)
    .when({ ...sign, by: { agency: 'justice' } }, now)
    .refuses('consultation.attendees-only')
  on('held', e.minutes).when(sign, now).then([e.dissent, e.signedJustice])
  on('held', e.minutes, e.signedJustice).when(agreeing, now).then([])
  on('held', e.minutes, e.signedJustice).when(sign, now).refuses('consultation.signed-before')
  on('held', e.minutes, e.dissent, e.signedJustice).when(sign, now).then([])
  on('minutes-drafted')
    .when(agreeing, now)
    .then([e.signedJustice, { ...e.signed, data: { ...e.signed.data, dissent: [] } }])
  const anew = { round: 2, ...draft, conclusion: '意见不一。' }
  on('minutes-drafted')
    .when({ ...drafting, conclusion: '意见不一。' }, now)
    .then([{ ...e.minutes, data: anew }])
  on('minutes-drafted', { ...e.minutes, data: anew })
    .when(agreeing, now)
    .then([{ ...e.signedJustice, data: { ...e.signedJustice.data, round: 2 } }])
})

t.test('follow-ups and the end', async () => {
  const assign = commands['assign-follow-up']
  const done = commands['follow-up']
  const { close } = commands
  on('held', e.task).when(assign, now).then([])
  on('held')
    .when({ ...assign, task: { ...assign.task, owner: 'tax' } }, now)
    .refuses('consultation.owner-not-invited')
  on('held')
    .when({ ...assign, task: { ...assign.task, dueOn: '2026-06-04' } }, now)
    .refuses('consultation.due-past')
  on('held', e.task).when(done, '2026-07-30T09:00:00+08:00').then([e.done])
  on('held', e.task, e.done).when(done, now).then([])
  on('held', e.task)
    .when({ ...done, by: { agency: 'justice' } }, now)
    .refuses('consultation.follow-up-unknown')
  on('held', e.task)
    .when({ ...done, number: 2 }, now)
    .refuses('consultation.follow-up-unknown')
  on('closed', e.task).when(done, now).refuses('consultation.wrong-status')
  on('minutes-signed', e.task).when(close, now).refuses('consultation.follow-ups-open')
  on('minutes-signed', e.task, e.done).when(close, now).then([e.concluded])
  const ending = { ...close, reason: '案件已另行处理' }
  for (const status of ['proposed', 'accepted', 'convened', 'held', 'minutes-signed'] as const) {
    on(status).when(ending, now).then([e.ended])
  }
  on('declined').when(ending, now).refuses('consultation.wrong-status')
  const withdrawing = { ...ending, by: { agency: 'psb' } }
  on('convened').when(withdrawing, now).then([e.ended])
  on('held').when(withdrawing, now).refuses('consultation.wrong-status')
  on('held')
    .when({ ...ending, by: { agency: 'amr' } }, now)
    .refuses('consultation.role')
})
