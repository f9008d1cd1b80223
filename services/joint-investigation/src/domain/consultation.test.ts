import type { ConsultEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import {
  type CommandName,
  commands,
  draft,
  now as early,
  events,
  after as now,
  type Past,
  past
} from './consultation.fixture.ts'
import { consultation } from './consultation.ts'

const on = (status: Past, ...more: ConsultEvent[]) => given(consultation, [...past[status], ...more])
const e = events
const invitedTax = { ...e.invited, data: { ...e.invited.data, agencies: ['tax'] } }

/** What each command decides in each status; an empty list: it held already. Everywhere else the status forbids it. */
const table: Record<Exclude<CommandName, 'propose'>, Partial<Record<Past, readonly ConsultEvent[]>>> = {
  accept: { proposed: [e.accepted, e.invited], accepted: [] },
  decline: { proposed: [e.declined], declined: [] },
  invite: { accepted: [invitedTax], 'materials-ready': [invitedTax], convened: [invitedTax] },
  'answer-invitation': {
    accepted: [e.comes],
    'materials-ready': [],
    convened: [],
    held: [],
    'minutes-drafted': [],
    'minutes-signed': [],
    closed: []
  },
  'bring-materials': {
    accepted: [e.materials],
    'materials-ready': [],
    convened: [],
    held: [],
    'minutes-drafted': [],
    'minutes-signed': [],
    closed: []
  },
  'draft-opinion': {
    accepted: [e.drafted],
    'materials-ready': [e.drafted],
    convened: [e.drafted],
    held: [e.drafted],
    'minutes-drafted': [e.drafted]
  },
  'give-opinion': {
    accepted: [e.opinion],
    'materials-ready': [e.opinion],
    convened: [e.opinion],
    held: [e.opinion],
    'minutes-drafted': [e.opinion]
  },
  engage: {
    accepted: [e.engaged],
    'materials-ready': [e.engaged],
    convened: [e.engaged],
    held: [e.engaged],
    'minutes-drafted': [e.engaged]
  },
  inquire: {
    accepted: [e.inquired],
    'materials-ready': [e.inquired],
    convened: [e.inquired],
    held: [e.inquired],
    'minutes-drafted': [e.inquired]
  },
  'answer-inquiry': {},
  convene: {
    'materials-ready': [e.convened],
    convened: [],
    held: [],
    'minutes-drafted': [],
    'minutes-signed': [],
    closed: []
  },
  hold: { convened: [e.held], held: [] },
  'draft-minutes': { held: [e.minutes], 'minutes-drafted': [] },
  'sign-minutes': {
    'minutes-drafted': [e.dissent, e.signedJustice, e.signed],
    'minutes-signed': [],
    closed: []
  },
  'assign-follow-up': { held: [e.task], 'minutes-drafted': [e.task], 'minutes-signed': [e.task] },
  'follow-up': {},
  close: { 'minutes-signed': [e.concluded], closed: [] }
}
const before: readonly Past[] = ['proposed', 'declined']
/** Where another rule speaks before the status does. */
const exceptions: Partial<Record<CommandName, (status: Past) => string | undefined>> = {
  'answer-invitation': (status) => (before.includes(status) ? 'consultation.unknown' : undefined),
  'draft-opinion': (status) => (before.includes(status) ? 'consultation.unknown' : undefined),
  'give-opinion': (status) => (before.includes(status) ? 'consultation.unknown' : undefined),
  'answer-inquiry': () => 'consultation.unknown',
  'follow-up': () => 'consultation.follow-up-unknown',
  'sign-minutes': (status) => {
    if (before.includes(status)) return 'consultation.unknown'
    return ['accepted', 'materials-ready', 'convened'].includes(status) ? 'consultation.attendees-only' : undefined
  }
}

t.test('every command in every status', async (t) => {
  for (const name of Object.keys(table) as Exclude<CommandName, 'propose'>[]) {
    for (const status of Object.keys(past) as Past[]) {
      const when = on(status).when(commands[name], name === 'convene' ? early : now)
      const expected = table[name][status]
      const code = status === 'none' ? 'consultation.unknown' : exceptions[name]?.(status)
      t.doesNotThrow(
        () => (expected ? when.then(expected) : when.refuses(code ?? 'consultation.wrong-status')),
        `${name} when ${status}`
      )
    }
  }
})

t.test('a proposal', async () => {
  const { propose } = commands
  on('none').when(propose).then([e.proposed])
  on('proposed').when(propose).refuses('consultation.exists')
  on('none')
    .when({ ...propose, core: false })
    .refuses('consultation.core-only')
  const { caseNumber: _, ...general } = propose.proposal
  on('none')
    .when({ ...propose, proposal: general })
    .refuses('consultation.case-needed')
  on('none')
    .when({ ...propose, general: true })
    .refuses('consultation.general-with-case')
  on('none')
    .when({ ...propose, proposal: general, general: true })
    .then([{ type: 'consult.proposed.v1', data: { proposer: 'psb', ...general } }])
  on('none')
    .when({ ...propose, citable: false })
    .refuses('consultation.cited-unknown')
  const byOffice = { ...propose, by: { agency: 'amr' }, core: false }
  on('none')
    .when(byOffice)
    .then([{ ...e.proposed, data: { ...e.proposed.data, proposer: 'amr' } }])
})

t.test('strangers learn nothing, and each step is for those whose it is', async (t) => {
  const stranger = { agency: 'tax', person: 'x-1', role: 'office-head' }
  for (const [name, command] of Object.entries(commands)) {
    if (command.do === 'propose') continue
    on('convened')
      .when({ ...command, by: stranger }, now)
      .refuses('consultation.unknown')
    t.pass(name)
  }
  const ofOffice = ['accept', 'decline', 'invite', 'convene', 'hold', 'draft-minutes', 'assign-follow-up'] as const
  for (const name of ofOffice) {
    on('materials-ready')
      .when({ ...commands[name], by: { agency: 'psb', person: 'p-7', role: 'office-head' } }, early)
      .refuses('consultation.office-only')
    for (const role of ['handler', 'liaison', undefined]) {
      const by = { agency: 'amr', person: 'a-1', ...(role && { role }) }
      on('materials-ready')
        .when({ ...commands[name], by }, early)
        .refuses('consultation.role')
    }
  }
  for (const name of ['bring-materials', 'engage', 'inquire', 'close'] as const) {
    on('materials-ready')
      .when({ ...commands[name], by: { agency: 'justice' } }, early)
      .refuses('consultation.proposer-only')
  }
  const deputy = { agency: 'justice', person: 'j-9', role: 'deputy-convener' }
  on('materials-ready')
    .when({ ...commands.convene, by: deputy }, early)
    .then([e.convened])
  on('held')
    .when({ ...commands['draft-minutes'], by: deputy }, now)
    .refuses('consultation.office-only')
})

t.test('invitations', async () => {
  const { accept, invite } = commands
  const answer = commands['answer-invitation']
  on('proposed')
    .when({ ...accept, invite: [], note: '请携带卷宗' })
    .then([{ ...e.accepted, data: { office: 'amr', note: '请携带卷宗' } }])
  on('proposed')
    .when({ ...accept, registered: false })
    .refuses('agency.unknown')
  on('accepted')
    .when({ ...invite, registered: false })
    .refuses('agency.unknown')
  on('accepted')
    .when({ ...invite, agencies: ['psb'] })
    .refuses('consultation.own-invitation')
  on('accepted')
    .when({ ...invite, agencies: ['justice', 'amr'] })
    .refuses('consultation.own-invitation')
  on('accepted')
    .when({ ...invite, agencies: ['justice'] })
    .then([])
  on('accepted')
    .when({ ...invite, agencies: ['justice', 'tax'] })
    .then([invitedTax])
  on('accepted')
    .when({ ...answer, by: { agency: 'psb' } })
    .refuses('consultation.not-invited')
  on('accepted')
    .when({ ...answer, attends: false })
    .refuses('consultation.reason-needed')
  on('accepted')
    .when({ ...answer, attends: false, reason: '人员出差' })
    .then([e.regrets])
  on('accepted', e.regrets).when(commands['give-opinion']).refuses('consultation.participants-only')
  on('accepted', e.regrets).when(commands['draft-opinion']).refuses('consultation.participants-only')
  on('accepted', e.regrets).when(answer).then([e.comes])
  on('held')
    .when({ ...answer, attends: false, reason: '人员出差' }, now)
    .refuses('consultation.wrong-status')
})

t.test('materials and opinions: what is the same happens once', async () => {
  const more = { summary: '补充笔录一份' }
  on('convened')
    .when({ ...commands['bring-materials'], materials: more })
    .then([{ ...e.materials, data: more }])
  on('accepted', e.drafted).when(commands['draft-opinion']).then([])
  on('accepted', e.drafted, e.opinion).when(commands['give-opinion']).then([])
  on('accepted', e.drafted, e.opinion).when(commands['draft-opinion']).then([e.drafted])
})

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
