import type { SuperviseEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { now, officer, officerOf, staff, standing } from './acting.fixture.ts'
import {
  breach,
  commands,
  deadline,
  events,
  type Past,
  past,
  propose,
  proposeForClock,
  rules
} from './supervision.fixture.ts'
import { supervision } from './supervision.ts'
import type { SupervisionCommand, SupervisionState } from './supervision-state.ts'

const on = (name: Past) => given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, past[name])

t.test('a proposal', async () => {
  on('none').when(propose(), now).then([events.proposed])
  on('none')
    .when(propose({ target: standing('court') }), now)
    .then([events.proposedLetter])
  on('closed').when(propose(), now).then([])
  on('none')
    .when(propose({ by: officerOf('psb', 'agency-head') }), now)
    .refuses('actor.office-only')
  on('none')
    .when(propose({ by: officer('handler') }), now)
    .refuses('actor.role')
  on('none')
    .when(propose({ target: standing('nobody') }), now)
    .refuses('agency.unknown')
  const { title: _, ...untitled } = propose()
  on('none').when(untitled, now).refuses('supervision.reason-required')
})

t.test('never about what was decided', async () => {
  for (const thing of ['transfer/1', 'clue/1', 'case/1', 'notice/1']) {
    for (const kind of ['rectification', 'task', 'enforcement'] as const) {
      const by = kind === 'enforcement' ? justice : staff
      on('none')
        .when(propose({ by, subject: { kind, of: thing } }), now)
        .refuses('supervision.content')
    }
  }
  on('none')
    .when(propose({ subject: { kind: 'task' } }), now)
    .refuses('supervision.task-required')
  const ofTask = { kind: 'task', of: 'task/1' } as const
  on('none')
    .when(propose({ subject: ofTask }), now)
    .then([{ ...events.proposed, data: { ...events.proposed.data, subject: ofTask } }])
})

const clockWords = {
  title: '公安签收回执（时限B4）逾期',
  reason: '公安签收回执（时限B4，依据：国务院令310第7条）应于2026年6月1日18:00前办结，逾期未办。'
}
const ofClock = { kind: 'missed-clock', of: breach.of, deadline, rule: 'B4' } as const
const clockProposed: SuperviseEvent = {
  type: 'supervise.proposed.v1',
  data: { ...events.proposed.data, origin: 'deadline', subject: ofClock, ...clockWords }
}

t.test('a missed clock', async () => {
  on('none').when(proposeForClock(), now).then([clockProposed])
  on('none')
    .when(proposeForClock({}, staff), now)
    .then([{ ...clockProposed, data: { ...clockProposed.data, origin: 'person' } } as SuperviseEvent])
  on('none')
    .when(proposeForClock({ rule: 'B9' }), now)
    .refuses('supervision.rule-excluded')
  on('none')
    .when({ ...proposeForClock(), target: standing('tax') }, now)
    .refuses('supervision.not-holder')
  const { breach: _, ...unknown } = proposeForClock()
  on('none').when(unknown, now).refuses('supervision.no-missed-clock')
  on('none')
    .when({ ...proposeForClock(), breach: { ...breach, deadline: '019a0000-0000-7000-8000-00000000000f' } }, now)
    .refuses('supervision.no-missed-clock')
})

t.test('of whatever thing: in fixed words, at every step', async (t) => {
  for (const thing of ['transfer/1', 'clue/1', 'assistance/1', 'consultation/1', 'task/1', 'suggestion/1']) {
    for (const own of [{ reason: '不立案有误' }, { title: '应当立案' }]) {
      on('none')
        .when({ ...proposeForClock({ of: thing }, staff), ...own }, now)
        .refuses('supervision.content')
    }
    const proposal = supervision.decide(proposeForClock({ of: thing }), { status: 'none' }, now)
    t.match(proposal, [{ data: clockWords }])
    given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, proposal)
      .when(commands.issue, now)
      .refuses('supervision.content')
  }
  const proposed = given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, [clockProposed])
  proposed.when({ ...commands.issue }, now).refuses('supervision.content')
  const { demand: _, ...wordless } = commands.issue
  const [issued] = supervision.decide(wordless, supervision.evolve({ status: 'none' }, clockProposed), now)
  t.match(issued, { type: 'supervise.issued.v1', data: { demand: /尽快办结/, title: clockWords.title } })
  on('proposed').when(wordless, now).refuses('supervision.demand-required')
  const letter = supervision.decide(proposeForClock({ holder: 'procuratorate', rule: 'B20' }), { status: 'none' }, now)
  given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, letter)
    .when(commands['send-letter'], now)
    .refuses('supervision.content')
})

const justice = officerOf('justice', 'agency-head')

t.test('the bureau of justice supervises enforcement, by documents of its own', async (t) => {
  const enforcement = propose({ by: justice, subject: { kind: 'enforcement' } })
  on('none')
    .when({ ...enforcement, by: staff }, now)
    .refuses('supervision.justice-only')
  on('none')
    .when({ ...enforcement, target: standing('court') }, now)
    .refuses('supervision.not-assessable')
  on('none')
    .when(propose({ by: justice }), now)
    .refuses('actor.office-only')
  on('none')
    .when({ ...enforcement, by: officerOf('justice') }, now)
    .refuses('actor.role')
  const proposed = supervision.decide(enforcement, { status: 'none' }, now)
  const then = given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, proposed)
  const issue: SupervisionCommand = { ...commands.issue, by: justice }
  then.when({ ...issue, document: 'supervision-card' }, now).refuses('supervision.document')
  for (const document of ['enforcement-notice', 'enforcement-opinion', 'enforcement-decision'] as const) {
    const [issued] = supervision.decide({ ...issue, document }, stateOf(proposed), now)
    t.match(issued, { type: 'supervise.issued.v1', data: { issuer: 'justice', document } })
  }
  t.match(supervision.decide(issue, stateOf(proposed), now), [{ data: { document: 'enforcement-notice' } }])
  on('proposed')
    .when({ ...commands.issue, document: 'enforcement-notice' }, now)
    .refuses('supervision.document')
  const late = [...proposed, ...supervision.decide(issue, stateOf(proposed), now), events.overdue]
  given<SupervisionState, SupervisionCommand, SuperviseEvent>(supervision, late)
    .when({ ...commands['yellow-card'], by: justice }, now)
    .refuses('actor.office-only')
})

const stateOf = (events: readonly SuperviseEvent[]) =>
  events.reduce<SupervisionState>((state, event) => supervision.evolve(state, event), { status: 'none' })

t.test('5 to 20 days', async () => {
  for (const days of [4, 21]) {
    on('proposed')
      .when({ ...commands.issue, days }, now)
      .refuses('supervision.days')
    on('reported')
      .when({ ...commands.reject, days }, now)
      .refuses('supervision.days')
  }
  for (const days of [5, 20]) {
    on('proposed')
      .when({ ...commands.issue, days, rules }, now)
      .then([{ ...events.issued, data: { ...events.issued.data, days } }])
  }
})
