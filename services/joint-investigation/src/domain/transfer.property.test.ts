import { deepStrictEqual } from 'node:assert/strict'
import { type Actor, dataProblems, transferEvents } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import {
  chief,
  deputy,
  examples,
  happens,
  head,
  now,
  offices,
  pastOf,
  police,
  prosecutor,
  team
} from './transfer.fixture.ts'
import { transfer } from './transfer.ts'
import { transferAudience } from './transfer-audience.ts'
import type { TransferCommand } from './transfer-command.ts'
import { partOf, type TransferState, transferStatuses } from './transfer-state.ts'

const office: Actor = { agency: 'amr', person: 'o-1', role: 'office-head' }
const railway: Actor = { agency: 'railway-psb', person: 'r-1', role: 'agency-head' }
const actors = fc.constantFrom<Actor>(team, deputy, head, police, chief, prosecutor, office, railway, {
  agency: 'court'
})

/** Mostly by whoever may give them, so that long stories happen; the rest by anybody. */
const command: fc.Arbitrary<TransferCommand> = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, actors),
    fc.boolean(),
    fc.nat(9)
  )
  .map(([base, by, flag, dice]) => {
    const from = by ? { ...base, by } : base
    if (from.do === 'suspect') return { ...from, administrative: from.by.agency === 'tax' } as TransferCommand
    if (from.do === 'start-reverse') {
      return { ...from, procuratorate: from.by.agency === 'procuratorate' } as TransferCommand
    }
    if ('lapsed' in from) return { ...from, lapsed: flag && dice === 0 } as TransferCommand
    if ('toPolice' in from) return { ...from, toPolice: dice > 0 } as TransferCommand
    return from as TransferCommand
  })

/** A story begins anywhere, so that the late statuses have random stories too. */
const beginning = fc.constantFrom('none' as const, ...transferStatuses)

/** What is wrong with a step. */
function broken(before: TransferState, { do: name, by }: TransferCommand, after: TransferState): string | undefined {
  if (after.status === 'none') return 'a transfer came to nothing'
  if (!transferStatuses.includes(after.status)) return `undeclared status ${after.status}`
  if (by.agency === office.agency) return 'the office moved it'
  if (before.status !== 'none' && !partOf(before).includes(by.agency)) return 'a stranger moved it'
  if (before.status === 'closed' && (name !== 'copy-penalty' || after.status !== 'closed'))
    return 'it went on after the end'
  if (['approved', 'refused'].includes(after.status) && before.status === 'reported' && by.role !== 'agency-head') {
    return `${name} by ${by.role}`
  }
  if (after.status === 'sent' && before.status === 'approved' && !(after.police && after.letter))
    return 'sent to nobody'
  if (after.status === 'filed' && !after.police) return 'filed by nobody'
  if (new Set(after.former).size !== after.former.length) return 'in circles'
  return undefined
}

t.test('random stories keep the rules, and replay gives the same', async (t) => {
  const reached = new Set<string>()
  const happened = new Set<string>()
  fc.assert(
    fc.property(beginning, fc.array(command, { maxLength: 120, size: 'max' }), (past, story) => {
      const log = pastOf(past)
      let state: TransferState = fold(transfer, log)
      for (const one of story) {
        const before = state
        let decided: ReturnType<typeof transfer.decide>
        try {
          decided = transfer.decide(one, state, now)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          continue
        }
        for (const event of decided) {
          if (dataProblems(event.type, event.data).length > 0) throw new TypeError(`${event.type} breaks its schema`)
          state = transfer.evolve(state, event)
          log.push(event)
          happened.add(event.type)
          if (state.status === 'none') throw new TypeError('nothing began')
          const audience = transferAudience(event, state, one.by.agency, offices)
          if (audience[0]?.ground !== 'publisher') throw new TypeError('the publisher comes first')
          const officeGround = audience.find(({ agency }) => agency === 'amr')?.ground
          if (officeGround !== 'conference') throw new TypeError(`the office reads as ${officeGround}`)
        }
        if (decided.length === 0) continue
        reached.add(state.status)
        const problem = broken(before, one, state)
        if (problem) throw new TypeError(problem)
        const again = transfer.decide
        if (before.status !== 'none' && one.do !== 'reroute')
          deepStrictEqual(again(one, state, now), [], `${one.do} again`)
      }
      deepStrictEqual(fold(transfer, log), state)
    }),
    { numRuns: 400, seed: 20_260_601 }
  )
  for (const status of transferStatuses) t.ok(reached.has(status), `${status} was reached`)
  for (const { type } of transferEvents) t.ok(happened.has(type), `${type} happened`)
})

t.test('any event on any state is taken without a crash', async () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.values(happens)), { maxLength: 30 }), (sequence) => {
      fold(transfer, sequence)
    })
  )
})
