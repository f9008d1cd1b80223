import { deepStrictEqual } from 'node:assert/strict'
import { type BulletinEvent, dataProblems } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { convener, head, now, officerOf, staff } from './acting.fixture.ts'
import { type CommandName, commands, events, type Past, past } from './bulletin.fixture.ts'
import { type BulletinCommand, type BulletinState, bulletin } from './bulletin.ts'

const on = (name: Past) => given<BulletinState, BulletinCommand, BulletinEvent>(bulletin, past[name])
const wrong = 'bulletin.wrong-status'

const table: Record<CommandName, Partial<Record<Past, BulletinEvent[] | string>>> = {
  draft: { none: [events.drafted] },
  redraft: {
    ...{ drafted: [events.redrafted], approved: [events.redrafted], published: wrong },
    redrafted: [{ ...events.redrafted, data: { ...events.redrafted.data, revision: 3 } }]
  },
  approve: { drafted: [events.approved], approved: [], redrafted: 'bulletin.other-revision', published: wrong },
  publish: { approved: [events.published], published: [], drafted: wrong, redrafted: wrong }
}

t.test('every command in every status', async (t) => {
  for (const name of Object.keys(table) as CommandName[]) {
    for (const status of Object.keys(past) as Past[]) {
      const expected = table[name][status] ?? (name === 'draft' ? 'bulletin.exists' : 'bulletin.unknown')
      const when = on(status).when(commands[name], now)
      const check = () => (typeof expected === 'string' ? when.refuses(expected) : when.then(expected))
      t.doesNotThrow(check, `${name} ${status}`)
    }
  }
})

t.test('the office drafts, the convener or the head of the office approves', async () => {
  on('none')
    .when({ ...commands.draft, by: officerOf('psb', 'agency-head') }, now)
    .refuses('actor.office-only')
  for (const name of ['redraft', 'approve', 'publish'] as const) {
    on('drafted')
      .when({ ...commands[name], by: officerOf('psb', 'agency-head') }, now)
      .refuses('bulletin.unknown')
  }
  on('drafted')
    .when({ ...commands.approve, by: staff }, now)
    .refuses('actor.role')
  on('drafted')
    .when({ ...commands.redraft, by: convener }, now)
    .refuses('actor.role')
  on('approved')
    .when({ ...commands.publish, by: convener }, now)
    .refuses('actor.role')
  on('drafted')
    .when({ ...commands.approve, by: head }, now)
    .then([{ type: 'bulletin.approved.v1', data: { revision: 1, approver: { person: 'p-1', role: 'office-head' } } }])
})

t.test('nothing is published but what was approved, whatever is commanded', async () => {
  const actor = fc.constantFrom(staff, head, convener, officerOf('psb'))
  const command = fc
    .tuple(
      fc.constantFrom<BulletinCommand>(...Object.values(commands)),
      actor,
      fc.boolean(),
      fc.integer({ min: 1, max: 3 })
    )
    .map(([base, by, inTurn, revision]): BulletinCommand => {
      const own = inTurn ? {} : { by }
      return base.do === 'approve' ? { ...base, ...own, revision } : { ...base, ...own }
    })
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (sequence) => {
      let state = bulletin.initial
      const log: BulletinEvent[] = []
      for (const one of sequence) {
        try {
          for (const event of bulletin.decide(one, state, now)) {
            if (dataProblems(event.type, event.data).length > 0) throw new Error(`${event.type} breaks its schema`)
            const before = log.at(-1)
            if (event.type === 'bulletin.published.v1') {
              deepStrictEqual(before?.type, 'bulletin.approved.v1')
              deepStrictEqual(before?.data.revision, event.data.revision)
            }
            log.push(event)
            state = bulletin.evolve(state, event)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      deepStrictEqual(fold(bulletin, log), state)
    })
  )
})
