import { clueEvents, dataProblems } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import { commands, later, now, offices, pasts } from './clue.fixture.ts'
import { clue } from './clue.ts'
import type { ClueCommand } from './clue-command.ts'
import { type ClueState, clueAudience, clueGround, clueStatuses } from './clue-state.ts'

const agencies = ['science', 'amr', 'psb', 'tax']
const officers = fc.record({
  agency: fc.constantFrom(...agencies),
  person: fc.constant('x-1'),
  role: fc.constantFrom('office-head', 'office-staff', 'agency-head', 'agency-leader', 'handler', 'liaison')
})

/** A merge ends a story, so it is rare. */
const { merge, ...remaining } = commands
const likely = Object.values(remaining)

/** Half the commands come from whoever may give them, so that long stories happen; half from anybody. */
const anyCommand: fc.Arbitrary<ClueCommand> = fc
  .tuple(
    fc.oneof({ weight: 99, arbitrary: fc.constantFrom(...likely) }, fc.constant(merge)),
    fc.option(officers),
    fc.constantFrom(...agencies)
  )
  .map(([command, by, agency]): ClueCommand => {
    const from = by ? { ...command, by } : command
    if (from.do === 'assign') return { ...from, to: by ? agency : 'psb' }
    if (from.do === 'absorb') return { ...from, intakes: [agency] }
    return from.do === 'refer' && by ? { do: 'refer', by, to: agency, ground: '管辖' } : from
  })

const ended = ['filed', 'not-filed', 'referred', 'concluded', 'transferred', 'feedback-given', 'archived']

/** A draft, or a filed case: few stories get that far by chance. */
const begun = fc.constantFrom(pasts.draft, pasts.filed)

/** What is wrong with a state that was reached. */
function broken(state: ClueState): string | undefined {
  const { status, assignee, dueAt, contributors } = state
  if (status === 'none') return 'a clue came to nothing'
  if (status !== 'draft' && !state.caseNumber) return 'no number'
  if (['assigned', 'verifying', 'suspended'].includes(status) && !(assignee && dueAt)) return 'nobody works on it'
  if (ended.includes(status) && !state.outcome) return 'no outcome'
  if (status === 'concluded' && !(state.penalty && state.outcome === 'filed')) return 'concluded without a decision'
  if (state.outcome === 'transferred' && !state.transfer) return 'transferred by nothing'
  if ((status === 'suspended') !== (state.suspendedIn !== undefined)) return 'suspended nowhere'
  if (state.penaltyExtensions > 1) return 'the decision extended twice'
  if (state.extensions > 1) return 'extended twice'
  if (new Set([...contributors, state.intake]).size !== contributors.length + 1) return 'a sender twice'
  return undefined
}

t.test('random stories keep the rules', async (t) => {
  const reached = new Set<string>()
  const happened = new Set<string>()
  fc.assert(
    fc.property(begun, fc.array(anyCommand, { minLength: 40, maxLength: 160, size: 'max' }), (past, story) => {
      let state = fold(clue, past)
      const events = [...past]
      for (const command of story) {
        let next: ReturnType<typeof clue.decide>
        try {
          next = clue.decide(command, state, now)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          continue
        }
        for (const event of next) {
          if (dataProblems(event.type, event.data).length > 0) throw new TypeError(`${event.type} breaks its schema`)
          state = clue.evolve(state, event)
          happened.add(event.type)
        }
        events.push(...next)
        const problem = broken(state)
        if (problem) throw new TypeError(problem)
        reached.add(state.status)
        const audience = clueAudience(state, command.by.agency, offices)
        if (audience[0]?.ground !== 'publisher') throw new TypeError('the publisher comes first')
        for (const { agency, ground } of audience.slice(1)) {
          if (clueGround(state, agency, offices) !== ground) throw new TypeError('audience and ground differ')
        }
      }
      if (JSON.stringify(fold(clue, events)) !== JSON.stringify(state)) throw new TypeError('folding differs')
    }),
    { numRuns: 1000, seed: 20_260_601 }
  )
  const others = clueEvents.map(({ type }) => type).filter((type) => type !== 'clue.received.v1')
  t.strictSame([...happened].sort(), others.sort(), 'every event but the first happened in some story')
  for (const status of clueStatuses) if (status !== 'draft') t.ok(reached.has(status), `${status} was reached`)
})

t.test('a draft is its writer’s alone; others come in as the story goes', async (t) => {
  const draft = fold(clue, clue.decide(commands.receive, clue.initial, now))
  t.strictSame(clueAudience(draft, 'science', offices), [{ agency: 'science', ground: 'publisher' }])
  t.equal(clueGround(draft, 'amr', offices), undefined)
  let state = draft
  const steps: ClueCommand[] = [
    commands.register,
    commands.assign,
    commands.accept,
    { ...commands.extend, dueAt: later }
  ]
  for (const command of steps) state = clue.decide(command, state, now).reduce(clue.evolve, state)
  t.strictSame(
    clueAudience(state, 'psb', offices)
      .map(({ agency, ground }) => `${agency}:${ground}`)
      .sort(),
    ['amr:party', 'psb:publisher', 'science:party']
  )
  t.equal(clueGround(state, 'tax', offices), undefined, 'nobody else')
  const referred = clue.evolve(state, { type: 'clue.referred.v1', data: { to: 'tax', ground: '管辖' } })
  t.equal(clueGround(referred, 'tax', offices), 'addressee')
})

t.test('who returned a clue sees no more of it', async (t) => {
  const steps: ClueCommand[] = [commands.receive, commands.register, commands.assign, commands.return]
  const state = steps.reduce((at, command) => clue.decide(command, at, now).reduce(clue.evolve, at), clue.initial)
  t.equal(clueGround(state, 'psb', offices), undefined)
})
