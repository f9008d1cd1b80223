import { deepStrictEqual } from 'node:assert/strict'
import { dataProblems } from '@wuhu/contracts'
import { type Decider, fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { appraiserCommands, appraiserEvents, expertCommands, expertEvents, now } from './pool-entry.fixture.ts'
import { appraiser, expert } from './pool-entry.ts'

type Any = Decider<{ status: string }, unknown, { type: string; data: unknown }>
const machines = [
  { kind: 'expert', decider: expert as unknown as Any, commands: expertCommands, events: expertEvents },
  { kind: 'appraiser', decider: appraiser as unknown as Any, commands: appraiserCommands, events: appraiserEvents }
]

for (const { kind, decider, commands, events } of machines) {
  t.test(`every command on an ${kind}`, async () => {
    const { register, update, remove } = commands
    const { registered, updated, removed } = events
    const on = (...past: { type: string; data: unknown }[]) => given(decider, past)
    on().when(register, now).then([registered])
    on(registered).when(register, now).refuses(`${kind}.exists`)
    on(registered, removed).when(register, now).refuses(`${kind}.exists`)
    on().when(update, now).refuses(`${kind}.unknown`)
    on(registered).when(update, now).then([updated])
    on(registered, updated).when(update, now).then([])
    on(registered, removed).when(update, now).refuses(`${kind}.removed`)
    on().when(remove, now).refuses(`${kind}.unknown`)
    on(registered).when(remove, now).then([removed])
    on(registered, removed).when(remove, now).then([])
    for (const command of [register, update, remove]) {
      on(registered)
        .when({ ...command, by: { ...command.by, agency: 'psb' } }, now)
        .refuses('expert.office-only')
      on(registered)
        .when({ ...command, by: { ...command.by, role: 'handler' } }, now)
        .refuses('expert.role')
    }
    const late = { ...register, entry: { ...register.entry, validUntil: '2026-05-31' } }
    on().when(late, now).refuses(`${kind}.validity`)
    on(registered)
      .when({ ...late, do: 'update' }, now)
      .refuses(`${kind}.validity`)
    const unnamed = { ...register, entry: { ...register.entry, conflicts: [{ relation: '同学' }] } }
    on().when(unnamed, now).refuses(`${kind}.conflict-unnamed`)
  })

  t.test(`whatever is asked of an ${kind}, replay gives the same`, async () => {
    const agency = fc.constantFrom('amr', 'psb')
    const some = fc
      .tuple(fc.constantFrom(...Object.values(commands)), agency)
      .map(([command, agency]) => ({ ...command, by: { ...command.by, agency } }))
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (sequence) => {
        let state = decider.initial
        const log: { type: string; data: unknown }[] = []
        for (const command of sequence) {
          const before = state.status
          try {
            for (const event of decider.decide(command, state, now)) {
              const problems = dataProblems(event.type, event.data)
              if (problems.length > 0) throw new Error(problems.join())
              if (command.by.agency !== 'amr') throw new Error('not by the office')
              if (before === 'removed') throw new Error('a removed entry came back')
              log.push(event)
              state = decider.evolve(state, event)
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
          if (!['none', 'registered', 'removed'].includes(state.status)) throw new Error(state.status)
        }
        deepStrictEqual(fold(decider, log), state)
      })
    )
  })
}
