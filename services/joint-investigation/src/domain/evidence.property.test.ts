import { deepStrictEqual } from 'node:assert/strict'
import { dataProblems, type EvidenceEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import { commands, now } from './evidence.fixture.ts'
import { evidence } from './evidence.ts'
import { concerned, type EvidenceCommand, evidenceAudience, evidenceStatuses } from './evidence-state.ts'

const agency = fc.constantFrom('amr', 'psb', 'tax', 'court')
const command: fc.Arbitrary<EvidenceCommand> = fc
  .tuple(fc.constantFrom<EvidenceCommand>(...Object.values(commands)), agency, agency, fc.boolean())
  .map(([base, agency, to, asItIs]): EvidenceCommand => {
    const own = asItIs ? base : { ...base, agency }
    return own.do === 'hand-over' ? { ...own, handing: { ...own.handing, to } } : own
  })

t.test('whatever is commanded, one agency at a time answers for the thing', async (t) => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60, size: 'max' }), (sequence) => {
      let state = evidence.initial
      const log: EvidenceEvent[] = []
      for (const one of sequence) {
        const before = state
        let decided: readonly EvidenceEvent[] = []
        try {
          decided = evidence.decide(one, state, now)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          continue
        }
        for (const event of decided) {
          if (dataProblems(event.type, event.data).length > 0) throw new Error(`${event.type} breaks its schema`)
          log.push(event)
          state = evidence.evolve(state, event)
        }
        if (state.status === 'none') continue
        reached.add(state.status)
        if (before.status !== 'none' && decided.length > 0) {
          if (!concerned(before, one.agency)) throw new Error('a stranger moved it')
          if (before.status === 'returned' || before.status === 'disposed') throw new Error('it was gone')
          const signed = one.do === 'receive' && one.agency === before.towards
          if (state.holder !== before.holder && !signed) throw new Error('it changed hands without a signature')
        }
        if ((state.status === 'in-transit') !== (state.towards !== undefined)) throw new Error('on its way to nobody')
        if (!state.holders.includes(state.holder)) throw new Error('the holder is not in the chain')
        for (const seer of evidenceAudience(state, one.agency)) {
          if (!concerned(state, seer.agency)) throw new Error('a stranger sees it')
        }
      }
      deepStrictEqual(fold(evidence, log), state)
    }),
    { numRuns: 300, seed: 20_260_601 }
  )
  t.strictSame([...reached].sort(), [...evidenceStatuses].sort(), 'every status is reached')
})
