import { dataProblems } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { commands, due, handler, happens, intake, later, leader, now, office, other, pasts } from './clue.fixture.ts'
import { clue } from './clue.ts'
import type { ClueCommand } from './clue-command.ts'
import type { ClueStatus } from './clue-state.ts'

type Name = ClueCommand['do']
type Status = ClueStatus | 'none'

const live: Status[] = ['registered', 'returned', 'reopened', 'assigned', 'verifying', 'suspended']
const waiting: Status[] = ['registered', 'returned', 'reopened']

const underway: Status[] = ['filed', 'feedback-given']
const assigned: Status[] = (Object.keys(pasts) as Status[]).filter(
  (status) => pasts[status].some(({ type }) => type === 'clue.assigned.v1') && status !== 'returned'
)

/** When each command is possible, and the status after it; `same` leaves it; where it holds, nothing follows. Written from the table in the domain. */
const transitions: Record<Name, { from: Status[]; to: Status | 'same'; holds?: Status[]; otherwise?: string }> = {
  receive: { from: ['none'], to: 'draft' },
  register: { from: ['draft'], to: 'registered' },
  match: { from: live, to: 'same' },
  merge: { from: waiting, to: 'merged' },
  absorb: { from: live, to: 'same' },
  assign: { from: waiting, to: 'assigned' },
  accept: { from: ['assigned'], to: 'verifying' },
  return: { from: ['assigned'], to: 'returned' },
  extend: { from: ['verifying'], to: 'same' },
  suspend: { from: ['verifying', ...underway], to: 'suspended' },
  resume: { from: ['suspended'], to: 'verifying' },
  file: { from: ['verifying'], to: 'filed' },
  'not-file': { from: ['verifying'], to: 'not-filed' },
  refer: { from: ['verifying'], to: 'referred' },
  feedback: {
    from: ['filed', 'not-filed', 'referred', 'concluded', 'transferred', 'feedback-given'],
    to: 'feedback-given'
  },
  // The filed case of the past is not decided: how one ends that is, the outcomes say.
  archive: { from: [], to: 'archived' },
  reopen: { from: ['not-filed', 'referred', 'concluded', 'feedback-given', 'archived'], to: 'reopened' },
  'assess-upper': { from: ['verifying'], to: 'same' },
  'dispute-jurisdiction': { from: ['verifying'], to: 'same' },
  'settle-jurisdiction': { from: [], to: 'same', otherwise: 'clue.no-dispute' },
  'inform-reporter': {
    from: ['filed', 'not-filed', 'concluded', 'transferred', 'feedback-given', 'archived'],
    to: 'same',
    otherwise: 'clue.undecided'
  },
  'extend-penalty': { from: underway, to: 'same', otherwise: 'clue.not-underway' },
  'decide-penalty': { from: underway, to: 'concluded', otherwise: 'clue.not-underway' },
  'publish-penalty': { from: ['concluded', 'archived'], to: 'same', otherwise: 'clue.no-penalty' },
  transfer: {
    from: ['verifying', 'suspended', 'concluded', ...underway],
    to: 'transferred',
    holds: ['transferred']
  },
  'take-back': {
    from: ['transferred'],
    to: 'filed',
    holds: assigned.filter((status) => status !== 'transferred')
  }
}

/** What is refused for another reason than the status: mostly because the caller has nothing to do with the clue then. */
const stranger: Partial<Record<Name, { code: string; in: Status[] }>> = {
  receive: { code: 'clue.exists', in: Object.keys(pasts).filter((status) => status !== 'none') as Status[] },
  register: { code: 'clue.intake-only', in: ['none'] },
  archive: { code: 'clue.underway', in: ['feedback-given'] },
  reopen: { code: 'clue.assignee-only', in: ['none'] },
  'inform-reporter': { code: 'clue.intake-only', in: ['none'] }
}
const unassigned: Status[] = ['none', 'draft', 'registered', 'returned', 'merged']
for (const name of [
  'accept',
  'return',
  'extend',
  'suspend',
  'resume',
  'file',
  'not-file',
  'refer',
  'feedback',
  'assess-upper',
  'dispute-jurisdiction',
  'settle-jurisdiction',
  'extend-penalty',
  'decide-penalty',
  'publish-penalty',
  'transfer',
  'take-back'
] as const) {
  stranger[name] = { code: 'clue.assignee-only', in: unassigned }
}

for (const name of Object.keys(transitions) as Name[]) {
  t.test(name, async (t) => {
    const { from, to, holds = [], otherwise = 'clue.wrong-status' } = transitions[name]
    for (const status of Object.keys(pasts) as Status[]) {
      const past = given(clue, pasts[status])
      if (from.includes(status)) {
        past.when(commands[name], now).then([happens[name]])
        const after = fold(clue, [...pasts[status], happens[name]])
        t.equal(after.status, to === 'same' ? status : to, `${status} -> ${name}`)
      } else if (holds.includes(status)) {
        past.when(commands[name], now).then([])
      } else {
        const code = stranger[name]?.in.includes(status) ? (stranger[name]?.code ?? '') : otherwise
        past.when(commands[name], now).refuses(code)
        t.pass(`${status} refuses ${name}`)
      }
    }
    t.strictSame(dataProblems(happens[name].type, happens[name].data), [], 'the event follows its schema')
  })
}

t.test('guards', async (t) => {
  const rows: [why: string, status: Status, command: ClueCommand, code: string][] = [
    ['only the writer registers a draft', 'draft', { ...commands.register, by: office }, 'clue.intake-only'],
    [
      'no receipt from the future',
      'none',
      { ...commands.receive, clue: { ...commands.receive.clue, receivedAt: due } },
      'clue.received-in-future'
    ],
    [
      'time limit in the past',
      'registered',
      { ...commands.assign, dueAt: '2026-06-01T08:59:59+08:00' },
      'clue.due-in-past'
    ],
    [
      'another agency accepts',
      'assigned',
      { ...commands.accept, by: { ...handler, agency: 'tax' } },
      'clue.assignee-only'
    ],
    ['another agency returns', 'assigned', { ...commands.return, by: office }, 'clue.assignee-only'],
    ['extension ends no later', 'verifying', { ...commands.extend, dueAt: due }, 'clue.due-not-later'],
    ['unexplained basis', 'verifying', { ...commands.suspend, basis: 'other' }, 'clue.basis-unexplained'],
    ['referral to nobody', 'verifying', { do: 'refer', by: handler, ground: '管辖' }, 'clue.referral-target'],
    ['referral to two', 'verifying', { ...commands.refer, to: 'court' }, 'clue.referral-target'],
    [
      'referral to oneself',
      'verifying',
      { do: 'refer', by: handler, to: 'psb', ground: '管辖' },
      'clue.referral-to-self'
    ],
    ['a third agency archives', 'feedback-given', { ...commands.archive, by: intake }, 'clue.assignee-only'],
    ['a third agency reopens', 'archived', { ...commands.reopen, by: { agency: 'tax' } }, 'clue.assignee-only']
  ]
  for (const name of ['match', 'merge', 'absorb', 'assign'] as const) {
    rows.push(
      [
        `${name}: not the office`,
        'registered',
        { ...commands[name], by: { ...office, agency: 'science' } },
        'clue.office-only'
      ],
      [
        `${name}: a liaison of the office`,
        'registered',
        { ...commands[name], by: { ...office, role: 'liaison' } },
        'clue.role'
      ],
      [`${name}: no officer named`, 'registered', { ...commands[name], by: { agency: 'amr' } }, 'clue.role']
    )
  }
  for (const name of ['extend', 'file', 'not-file'] as const) {
    for (const role of ['liaison', 'handler', 'office-head', 'convener']) {
      rows.push([`${name}: ${role}`, 'verifying', { ...commands[name], by: { ...leader, role } }, 'clue.role'])
    }
    rows.push(
      [`${name}: no officer named`, 'verifying', { ...commands[name], by: { agency: 'psb' } }, 'clue.role'],
      [
        `${name}: head of another agency`,
        'verifying',
        { ...commands[name], by: { ...leader, agency: 'amr' } },
        'clue.assignee-only'
      ]
    )
  }
  for (const [why, status, command, code] of rows) {
    t.doesNotThrow(() => given(clue, pasts[status]).when(command, now).refuses(code), why)
  }
})

t.test('the head 正职 may approve what a leader may', async () => {
  const by = { ...leader, role: 'agency-head' }
  given(clue, pasts.verifying)
    .when({ ...commands.file, by }, now)
    .then([
      {
        ...happens.file,
        data: { ...happens.file.data, approver: { person: 'p-9', role: 'agency-head' } }
      } as typeof happens.file
    ])
})

t.test('one extension, and another after a reopening', async () => {
  const extended = [...pasts.verifying, happens.extend]
  given(clue, extended)
    .when({ ...commands.extend, dueAt: '2026-08-14T18:00:00+08:00' }, now)
    .refuses('clue.extended-already')
  const again = [...extended, happens['not-file'], happens.reopen, { ...happens.assign }, happens.accept]
  given(clue, again)
    .when({ ...commands.extend, dueAt: later }, now)
    .then([happens.extend])
})

t.test('received and registered in one step', async () => {
  const { caseNumber } = commands.register
  given(clue, [])
    .when({ ...commands.receive, caseNumber }, now)
    .then([happens.receive, happens.register])
})

t.test('the same match again changes nothing', async () => {
  given(clue, [...pasts.registered, happens.match])
    .when(commands.match, now)
    .then([])
})

t.test('a small amount, or none at all, never stops a filing', async () => {
  given(clue, pasts.verifying).when(commands.file, now).then([happens.file])
})

t.test('those whose clue was merged in get the feedback, too', async (t) => {
  const past = [...pasts.registered, happens.absorb, happens.assign, happens.accept, happens.file]
  given(clue, past)
    .when(commands.feedback, now)
    .then([{ type: 'clue.feedback-given.v1', data: { to: ['science', 'tax'], outcome: '已立案' } }])
  const own = { ...commands.absorb, intakes: ['science'] }
  const absorbed = clue.decide(own, fold(clue, pasts.registered), now)
  t.strictSame(fold(clue, [...pasts.registered, ...absorbed]).contributors, [], 'nobody is told twice')
})

t.test('either the office or the handling agency archives, and that is the end', async () => {
  given(clue, [...pasts.concluded, happens.feedback])
    .when({ ...commands.archive, by: handler, note: '卷宗已归档' }, now)
    .then([{ type: 'clue.archived.v1', data: { note: '卷宗已归档' } }])
  given(clue, pasts.archived)
    .when({ ...commands.match, other }, now)
    .refuses('clue.wrong-status')
})
