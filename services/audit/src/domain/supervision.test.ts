import type { SuperviseEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { convener, head, machine, now, officer, officerOf, staff } from './acting.fixture.ts'
import { type CommandName, commands, events, type Past, past } from './supervision.fixture.ts'
import { supervision } from './supervision.ts'
import type { SupervisionCommand, SupervisionState } from './supervision-state.ts'

const on = (name: Past) => given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, past[name])
const wrong = 'supervision.wrong-status'

/** What each command decides in each past: events (none: it held already) or the code of the refusal. */
const table: Record<CommandName, Partial<Record<Past, SuperviseEvent[] | string>>> = {
  dismiss: { proposed: [events.dismissed], letter: [events.dismissed], dismissed: [] },
  issue: {
    ...{ proposed: [events.issued], letter: 'supervision.not-assessable' },
    'letter-sent': 'supervision.not-assessable'
  },
  'send-letter': {
    ...Object.fromEntries(Object.keys(past).map((name) => [name, 'supervision.assessable'])),
    ...{ none: 'supervision.unknown', letter: [events.letterSent], 'letter-sent': [] }
  },
  acknowledge: {
    ...{ issued: [events.acknowledged], acknowledged: [], overdue: [], yellow: [], red: [], escalated: [] },
    ...{ proposed: 'supervision.unknown', dismissed: 'supervision.unknown' },
    ...{ letter: 'supervision.unknown', 'letter-sent': 'supervision.unknown' }
  },
  report: {
    ...Object.fromEntries(
      ['acknowledged', 'overdue', 'yellow', 'red', 'escalated'].map((name) => [name, [events.reported]])
    ),
    rejected: [{ ...events.reported, data: { ...events.reported.data, round: 2 } }],
    ...{ proposed: 'supervision.unknown', dismissed: 'supervision.unknown' },
    ...{ letter: 'supervision.unknown', 'letter-sent': 'supervision.unknown' }
  },
  accept: { reported: [events.accepted], accepted: [] },
  reject: { reported: [events.rejected] },
  'find-overdue': {
    ...Object.fromEntries(Object.keys(past).map((name) => [name, []])),
    ...Object.fromEntries(['issued', 'acknowledged'].map((name) => [name, [events.overdue]])),
    rejected: [events.overdue],
    none: 'supervision.unknown'
  },
  'yellow-card': {
    ...{ issued: 'supervision.not-overdue', acknowledged: 'supervision.not-overdue' },
    ...{ rejected: 'supervision.not-overdue', overdue: [events.yellow], yellow: [], red: [], escalated: [] }
  },
  'red-card': {
    ...{ issued: 'supervision.not-overdue', acknowledged: 'supervision.not-overdue' },
    ...{ rejected: 'supervision.not-overdue', overdue: 'supervision.no-yellow' },
    ...{ yellow: [events.red], red: [], escalated: [] }
  },
  escalate: {
    ...{ issued: 'supervision.not-overdue', acknowledged: 'supervision.not-overdue' },
    ...{ rejected: 'supervision.not-overdue', overdue: 'supervision.no-red', yellow: 'supervision.no-red' },
    ...{ red: [events.escalated], escalated: [] }
  },
  close: { accepted: [events.closed], closed: [] },
  cancel: {
    ...Object.fromEntries(
      ['issued', 'acknowledged', 'overdue', 'yellow', 'red', 'escalated', 'reported', 'rejected'].map((name) => [
        name,
        [events.cancelled]
      ])
    ),
    cancelled: []
  }
}

t.test('every command in every status', async (t) => {
  for (const name of Object.keys(table) as CommandName[]) {
    for (const status of Object.keys(past) as Past[]) {
      const expected = table[name][status] ?? (status === 'none' ? 'supervision.unknown' : wrong)
      const when = on(status).when(commands[name], now)
      t.doesNotThrow(
        () => (typeof expected === 'string' ? when.refuses(expected) : when.then(expected)),
        `${name} ${status}`
      )
    }
  }
})

t.test('a clock of an earlier period makes no new one overdue', async () => {
  const { dueAt } = commands['find-overdue']
  for (const status of ['issued', 'acknowledged', 'rejected'] as const) {
    for (const since of [dueAt, '2026-06-01T10:00:01Z']) {
      on(status)
        .when({ ...commands['find-overdue'], since }, now)
        .then([])
    }
    on(status)
      .when({ ...commands['find-overdue'], since: '2026-06-01T09:59:59Z' }, now)
      .then([events.overdue])
  }
})

t.test('each side gives its own commands; strangers learn nothing, nor does a target before the card', async () => {
  for (const name of Object.keys(commands) as CommandName[]) {
    const targets = name === 'acknowledge' || name === 'report'
    const other = targets ? staff : officerOf('psb', 'agency-head')
    const code = targets ? 'supervision.not-target' : 'supervision.not-issuer'
    on('reported')
      .when({ ...commands[name], by: other }, now)
      .refuses(code)
    for (const by of [officerOf('tax'), officerOf('procuratorate', 'agency-head')]) {
      on('reported')
        .when({ ...commands[name], by }, now)
        .refuses('supervision.unknown')
    }
    for (const status of ['proposed', 'dismissed'] as const) {
      on(status)
        .when({ ...commands[name], by: officerOf('psb') }, now)
        .refuses('supervision.unknown')
    }
  }
})

t.test('what leaves the office was decided by a named officer of it', async () => {
  for (const name of ['dismiss', 'issue', 'accept', 'reject', 'close', 'cancel', 'yellow-card'] as const) {
    on('reported')
      .when({ ...commands[name], by: machine }, now)
      .refuses('actor.role')
    const { person: _, ...nameless } = staff
    on('reported')
      .when({ ...commands[name], by: nameless }, now)
      .refuses('actor.person')
    on('reported')
      .when({ ...commands[name], by: officer('handler') }, now)
      .refuses('actor.role')
  }
  on('letter')
    .when({ ...commands['send-letter'], by: machine }, now)
    .refuses('actor.role')
  on('proposed')
    .when({ ...commands.issue, by: head }, now)
    .then([{ ...events.issued, data: { ...events.issued.data, approver: { person: 'p-1', role: 'office-head' } } }])
})

t.test('red cards and escalation are the convener’s, and only where the office is', async () => {
  for (const [name, status] of [
    ['red-card', 'yellow'],
    ['escalate', 'red']
  ] as const) {
    on(status)
      .when({ ...commands[name], by: head }, now)
      .refuses('actor.role')
    on(status)
      .when({ ...commands[name], by: { ...convener, office: false } }, now)
      .refuses('actor.office-only')
  }
})
