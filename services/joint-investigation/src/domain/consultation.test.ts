import type { ConsultEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import {
  type CommandName,
  commands,
  now as early,
  events,
  meeting,
  after as now,
  type Past,
  past
} from './consultation.fixture.ts'
import { consultation } from './consultation.ts'

const on = (status: Past, ...more: ConsultEvent[]) => given(consultation, [...past[status], ...more])
const e = events
const invitedTax = { ...e.invited, data: { ...e.invited.data, agencies: ['tax'] } }
/** Invited when the meeting has been called: nobody has told them yet when it is. */
const invitedToMeeting = { ...invitedTax, data: { ...invitedTax.data, ...meeting } }

/** What each command decides in each status; an empty list: it held already. Everywhere else the status forbids it. */
const table: Record<Exclude<CommandName, 'propose'>, Partial<Record<Past, readonly ConsultEvent[]>>> = {
  accept: { proposed: [e.accepted, e.invited], accepted: [] },
  decline: { proposed: [e.declined], declined: [] },
  invite: { accepted: [invitedTax], 'materials-ready': [invitedTax], convened: [invitedToMeeting] },
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
  'receive-expert-opinion': {},
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
  'give-opinion': (status) => (before.includes(status) ? 'consultation.unknown' : undefined),
  'answer-inquiry': () => 'consultation.unknown',
  'receive-expert-opinion': () => 'consultation.expert-not-engaged',
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
  for (const name of ['bring-materials', 'engage', 'receive-expert-opinion', 'inquire', 'close'] as const) {
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
  on('accepted', e.opinion).when(commands['give-opinion']).then([])
})
