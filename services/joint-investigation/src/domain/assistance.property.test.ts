import { deepStrictEqual } from 'node:assert/strict'
import { dataProblems } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import { commands, events, later, latest, now, request, requestOutside } from './assistance.fixture.ts'
import { assistance } from './assistance.ts'
import { type AssistanceCommand, involved } from './assistance-state.ts'

const agency = fc.constantFrom('amr', 'psb', 'tax', 'court', 'justice')
const command: fc.Arbitrary<AssistanceCommand> = fc
  .tuple(
    fc.constantFrom<AssistanceCommand>(request(), requestOutside(), ...Object.values(commands)),
    agency,
    agency,
    fc.constantFrom(now, later, latest),
    fc.boolean()
  )
  .map(([base, agency, to, dueAt, inTurn]) => {
    const own = inTurn ? {} : { agency }
    if (base.do === 'forward') return { ...base, ...own, to }
    if (base.do === 'accept' || base.do === 'extend') return { ...base, ...own, dueAt }
    return { ...base, ...own }
  })

const final = ['withdrawn', 'closed']

t.test('whatever is commanded, only refusals are thrown and the rules hold', async () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (sequence) => {
      let state = assistance.initial
      const log = []
      for (const one of sequence) {
        const before = state
        try {
          const decided = assistance.decide(one, state, now)
          for (const event of decided) {
            if (dataProblems(event.type, event.data).length > 0) throw new Error(`${event.type} breaks its schema`)
            log.push(event)
            state = assistance.evolve(state, event)
          }
          if (decided.length > 0 && before.status !== 'none') {
            if (!involved(before, one.agency)) throw new Error('a stranger moved it')
            if (final.includes(before.status)) throw new Error(`something followed ${before.status}`)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        if (state.status === 'none') continue
        if (state.addressee === state.letter.requester) throw new Error('the requester became the addressee')
        if ((state.addressee === undefined) === (state.external === undefined)) throw new Error('asked nobody, or two')
        if (new Set([...state.former, state.addressee]).size !== state.former.length + 1) throw new Error('a circle')
        if (state.external && ['received', 'accepted'].includes(state.status)) throw new Error('outside, yet here')
        if (before.status !== 'none' && state.rounds < before.rounds) throw new Error('a reply was lost')
      }
      deepStrictEqual(fold(assistance, log), state)
    }),
    { numRuns: 300 }
  )
})

t.test('any event on any state is taken without a crash', async () => {
  const event = fc.constantFrom(...Object.values(events))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (sequence) => {
      fold(assistance, sequence)
    })
  )
})
