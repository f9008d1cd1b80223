import { baseRules } from '@wuhu/calendar'
import { type DeadlineEvent, dataProblems } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import fc from 'fast-check'
import t from 'tap'
import { cause, computingOf } from './deadline.fixture.ts'
import { deadline } from './deadline.ts'
import { type DeadlineCommand, type DeadlineState, deadlineStatuses, endOf, nextStep } from './deadline-state.ts'

const first = Date.parse('2026-01-01T00:00:00+08:00')
const iso = (ms: number) => new Date(ms).toISOString()

const commandOf = (rule: string) => {
  const computing = computingOf(rule)
  return fc.oneof(
    fc.constant(
      (at: string): DeadlineCommand => ({
        do: 'set',
        clock: { rule, of: 'clue/1', holder: 'amr' },
        by: cause(1),
        at,
        computing,
        rulesVersion: baseRules.version
      })
    ),
    fc.constant((): DeadlineCommand => ({ do: 'fire', consequence: '提醒' })),
    fc.constant((): DeadlineCommand => ({ do: 'fire', consequence: '提醒' })),
    fc.constant((at: string): DeadlineCommand => ({ do: 'meet', by: cause(2), at })),
    fc.constant((): DeadlineCommand => ({ do: 'cancel', by: cause(3), cause: 'event' })),
    fc.constant((): DeadlineCommand => ({ do: 'extend', by: cause(4), computing })),
    fc.constant((at: string): DeadlineCommand => ({ do: 'suspend', by: cause(5), at })),
    fc.constant((at: string): DeadlineCommand => ({ do: 'resume', by: cause(6), at, computing })),
    fc.constant((): DeadlineCommand => ({ do: 'recompute', computing }))
  )
}

const histories = fc
  .constantFrom(...baseRules.rules.map(({ id }) => id))
  .chain((rule) =>
    fc.array(fc.tuple(commandOf(rule), fc.integer({ min: 0, max: 20 * 86_400_000 })), { minLength: 1, maxLength: 25 })
  )

t.test(
  'whatever happens: declared states, events by their schema, each step once, and replay gives the same',
  async () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let now = first
        let state: DeadlineState = deadline.initial
        const events: DeadlineEvent[] = []
        for (const [make, later] of steps) {
          now += later
          const command = make(iso(now))
          for (const event of deadline.decide(command, state, iso(now))) {
            if (dataProblems(event.type, event.data).length > 0) return false
            if (event.type === 'deadline.breached.v1' && now < endOf(event.data.dueAt)) return false
            if (event.type === 'deadline.met.v1' && event.data.dueAt !== undefined) {
              if (event.data.late !== now >= endOf(event.data.dueAt)) return false
            }
            state = deadline.evolve(state, event)
            events.push(event)
          }
          if (state.status !== 'none' && !deadlineStatuses.includes(state.status)) return false
          // What holds is not done again; a resumption or recomputation may make something due at once.
          if (command.do !== 'extend' && deadline.decide(command, state, iso(now)).length > 0) return false
          const step = nextStep(state)
          if (command.do === 'fire' && step !== undefined && step.at <= now) return false
        }
        const ends = events.filter(({ type }) => type === 'deadline.met.v1' || type === 'deadline.cancelled.v1')
        const breaches = events.filter(({ type }) => type === 'deadline.breached.v1')
        const replayed = fold(deadline, JSON.parse(JSON.stringify(events)))
        return ends.length <= 1 && breaches.length <= 1 && JSON.stringify(replayed) === JSON.stringify(state)
      }),
      { numRuns: 500 }
    )
  }
)

t.test('a met, missed or cancelled deadline fires no more', async () => {
  fc.assert(
    fc.property(histories, (steps) => {
      let now = first
      let state: DeadlineState = deadline.initial
      for (const [make, later] of steps) {
        now += later
        for (const event of deadline.decide(make(iso(now)), state, iso(now))) state = deadline.evolve(state, event)
        if (state.status !== 'open' && nextStep(state) !== undefined) return false
      }
      return true
    }),
    { numRuns: 200 }
  )
})
