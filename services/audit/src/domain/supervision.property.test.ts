import { deepStrictEqual } from 'node:assert/strict'
import { dataProblems, formatAudience, parseAudience } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import { convener, head, machine, now, officerOf, staff, standing } from './acting.fixture.ts'
import { commands, events, propose, proposeForClock } from './supervision.fixture.ts'
import { supervision } from './supervision.ts'
import { supervisionAudience } from './supervision-audience.ts'
import { involvedIn, type SupervisionCommand, supervisionStatuses } from './supervision-state.ts'

const agency = fc.constantFrom('amr', 'psb', 'tax', 'court', 'procuratorate', 'justice')
const actor = fc.oneof(
  fc.constantFrom(staff, head, convener, machine),
  agency.map((one) => officerOf(one, 'agency-head'))
)
const command: fc.Arbitrary<SupervisionCommand> = fc
  .tuple(
    fc.constantFrom<SupervisionCommand>(propose(), proposeForClock(), ...Object.values(commands)),
    actor,
    agency,
    fc.boolean(),
    fc.uuid({ version: 7 })
  )
  .map(([base, by, target, inTurn, deadline]) => {
    const own = inTurn ? {} : { by }
    if (base.do === 'propose' && base.breach === undefined) return { ...base, ...own, target: standing(target) }
    if (base.do === 'find-overdue') return { ...base, deadline }
    return { ...base, ...own }
  })

const final = ['dismissed', 'letter-sent', 'closed', 'cancelled']
const convenersOnly = ['supervise.escalated.v1']

t.test('whatever is commanded, only refusals are thrown and the rules hold', async () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (sequence) => {
      let state = supervision.initial
      const log = []
      for (const one of sequence) {
        const before = state
        try {
          const decided = supervision.decide(one, state, now)
          for (const event of decided) {
            if (dataProblems(event.type, event.data).length > 0) throw new Error(`${event.type} breaks its schema`)
            if (convenersOnly.includes(event.type) && one.by.role !== 'convener') throw new Error('not the convener')
            if (event.type === 'supervise.carded.v1' && event.data.colour === 'red' && one.by.role !== 'convener') {
              throw new Error('a red card, and not by the convener')
            }
            log.push(event)
            state = supervision.evolve(state, event)
          }
          if (decided.length > 0 && final.includes(before.status)) throw new Error(`after ${before.status}`)
          if (decided.length > 0 && before.status !== 'none' && !involvedIn(before, one.by.agency)) {
            throw new Error('a stranger moved it')
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        if (state.status === 'none') continue
        if (!supervisionStatuses.includes(state.status)) throw new Error(`undeclared ${state.status}`)
        const { target, form } = state.proposal
        const letter = target === 'court' || target === 'procuratorate'
        if (letter !== (form === 'letter')) throw new Error('court or procuratorate under supervision')
        if (letter && !['proposed', 'dismissed', 'letter-sent'].includes(state.status))
          throw new Error('a card to a court')
        if (state.card === 'red' && before.status !== 'none' && before.card === 'none')
          throw new Error('red without yellow')
        if (state.escalated && state.card !== 'red') throw new Error('escalated without red')
        const audience = parseAudience(formatAudience(supervisionAudience(state, 'amr'))).map((entry) => entry.agency)
        if (['proposed', 'dismissed'].includes(state.status) && target !== 'amr' && audience.includes(target)) {
          throw new Error('a target heard of a proposal')
        }
      }
      deepStrictEqual(fold(supervision, log), state)
    }),
    { numRuns: 300 }
  )
})

t.test('any event on any state is taken without a crash', async () => {
  const event = fc.constantFrom(...Object.values(events))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (sequence) => {
      fold(supervision, sequence)
    })
  )
})
