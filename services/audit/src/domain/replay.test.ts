import type { ReplayEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type ReplayCommand, replay } from './replay.ts'

const reading = { filters: {}, range: { upto: 3, streams: [] }, bodies: true, reason: '复核' }
const whole = { ...reading, count: 3, sha256: 'a'.repeat(64) }
const { reason: _, ...unreasoned } = reading
const started: ReplayEvent = { type: 'replay.started.v1', data: reading }
const completed: ReplayEvent = { type: 'replay.completed.v1', data: whole }

t.test('a reading of bodies is recorded when it begins and when it ends', async () => {
  given(replay, []).when({ do: 'start', reading }).then([started])
  given(replay, [started]).when({ do: 'complete', reading: whole }).then([completed])
  given(replay, [started]).when({ do: 'start', reading }).then([])
  given(replay, [started, completed]).when({ do: 'complete', reading: whole }).then([])
})

t.test('it needs a reason and a beginning', async () => {
  given(replay, []).when({ do: 'start', reading: unreasoned }).refuses('replay.reason-required')
  given(replay, []).when({ do: 'complete', reading: whole }).refuses('replay.not-started')
})

t.test('a reading of open fields is recorded when it ends', async () => {
  const open = { ...whole, bodies: false }
  given(replay, [])
    .when({ do: 'complete', reading: open })
    .then([{ type: 'replay.completed.v1', data: open }])
})

t.test('whatever is asked, it begins at most once, ends at most once, and never begins after the end', async () => {
  const command: fc.Arbitrary<ReplayCommand> = fc.oneof(
    fc.boolean().map((bodies) => ({ do: 'start' as const, reading: { ...reading, bodies } })),
    fc.boolean().map((bodies) => ({ do: 'complete' as const, reading: { ...whole, bodies } }))
  )
  fc.assert(
    fc.property(fc.array(command), (commands) => {
      const past: ReplayEvent[] = []
      for (const one of commands) {
        try {
          past.push(...replay.decide(one, fold(replay, past), ''))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      const types = past.map(({ type }) => type)
      return new Set(types).size === types.length && types.indexOf('replay.started.v1') <= 0
    })
  )
})
