import { deepStrictEqual } from 'node:assert/strict'
import { type ConsultEvent, dataProblems } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import { after, commands, events, meetsAt, moreCommands, now } from './consultation.fixture.ts'
import { consultation } from './consultation.ts'
import { consultationAudience } from './consultation-audience.ts'
import { type ConsultationCommand, consultationStatuses, involved, participates } from './consultation-state.ts'

const by = fc.record({
  agency: fc.constantFrom('amr', 'psb', 'justice', 'procuratorate', 'tax'),
  person: fc.constantFrom('a-1', 'p-7', 'j-3'),
  role: fc.constantFrom('office-staff', 'handler', 'deputy-convener', 'liaison')
})
const command: fc.Arbitrary<readonly [ConsultationCommand, string]> = fc
  .tuple(
    fc.constantFrom<ConsultationCommand>(...Object.values(commands), ...moreCommands),
    by,
    fc.boolean(),
    fc.constantFrom(now, meetsAt, after)
  )
  .map(([base, other, inTurn, at]) => [inTurn ? base : { ...base, by: other }, at] as const)
/** What goes before what in a consultation that runs well; among them anything may come. */
const usual = Object.values(commands).map((one) => [one, one.do === 'convene' ? now : after] as const)
const sequence = fc
  .tuple(
    fc.array(fc.array(command, { maxLength: 5 }), { minLength: usual.length, maxLength: usual.length }),
    fc.boolean()
  )
  .map(([between, well]) => usual.flatMap((one, index) => [...(well ? [one] : []), ...(between[index] ?? [])]))

const ofOffice = ['consult.accepted.v1', 'consult.declined.v1', 'consult.invited.v1', 'consult.held.v1']
const reached = new Set<string>()

t.test('whatever is commanded, only refusals are thrown and the rules hold', async (t) => {
  fc.assert(
    fc.property(sequence, (commands) => {
      let state = consultation.initial
      const log: ConsultEvent[] = []
      for (const [one, at] of commands) {
        const before = state
        try {
          const decided = consultation.decide(one, state, at)
          for (const event of decided) {
            const problems = dataProblems(event.type, event.data)
            if (problems.length > 0) throw new Error(`${event.type}: ${problems}`)
            log.push(event)
            state = consultation.evolve(state, event)
            check(one, event)
          }
          if (decided.length > 0 && consultation.decide(one, state, at).length > 0) {
            throw new Error(`${one.do} a second time did something again`)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        reached.add(state.status)
        if (before.status === 'closed' && state.status !== 'closed') throw new Error('a closed one was opened')
        if (before.status === 'declined' && state.status !== 'declined') throw new Error('a declined one went on')
        if (state.status === 'minutes-signed' && state.minutes?.signed.length !== state.attendees.length) {
          throw new Error('minutes stand without a signature')
        }
      }
      deepStrictEqual(fold(consultation, log), state)

      function check(one: ConsultationCommand, event: ConsultEvent): void {
        if (state.status === 'none') throw new Error('nothing came of it')
        if (!involved(state, one.by.agency, ['amr'])) throw new Error('a stranger moved it')
        if (ofOffice.includes(event.type) && one.by.agency !== 'amr') throw new Error('not by the office')
        const audience = consultationAudience(event, state, one.by.agency, ['amr'])
        for (const { agency, ground } of audience) {
          if (!involved(state, agency, ['amr'])) throw new Error('a stranger was told')
          if (ground === 'party' && !participates(state, agency, ['amr'])) throw new Error('too much was told')
        }
      }
    }),
    { numRuns: 300 }
  )
  t.same([...reached].sort(), ['none', ...consultationStatuses].sort(), 'every status was reached, and no other')
})

t.test('any event on any state is taken without a crash', async () => {
  const event = fc.constantFrom<ConsultEvent>(...Object.values(events))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (log) => {
      fold(consultation, log)
    })
  )
})
