import { baseYears, createCalendar } from '@wuhu/calendar'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { after, cause, computingOf, examples, set } from './deadline.fixture.ts'
import { deadline } from './deadline.ts'
import { endOf, nextStep } from './deadline-state.ts'

const { fire, meet, cancel, extend, suspend, resume } = examples
const clock = set.clock
const dueAt = '2026-06-23T23:59:59+08:00'
const warnAt = ['2026-06-17T09:00:00+08:00', '2026-06-22T09:00:00+08:00']
const begun = after([set])
const dates = { dueAt, warnAt, provisional: false, calendarVersion: computingOf('A2').calendar.version }
const versions = { rulesVersion: set.rulesVersion }
const warned1 = { type: 'deadline.warned.v1', data: { ...clock, threshold: 1, dueAt } } as const
const warned2 = { type: 'deadline.warned.v1', data: { ...clock, threshold: 2, dueAt } } as const
const consequence = '复议、诉讼风险'
const breached = { type: 'deadline.breached.v1', data: { ...clock, dueAt, consequence } } as const
const at = (day: string, time = '10:00:00') => `2026-06-${day}T${time}.000+08:00`

t.test('none → open: set, with its dates and by what they were computed', async () => {
  given(deadline, [])
    .when(set)
    .then([
      {
        type: 'deadline.set.v1',
        data: {
          ...clock,
          startedBy: cause(1),
          startedAt: '2026-06-01T09:00:00+08:00',
          limit: 15,
          unit: 'day',
          ...dates,
          ...versions
        }
      }
    ])
  given(deadline, begun).when(set).then([])
})

t.test('none: nothing but set means anything', async () => {
  for (const [name, command] of Object.entries(examples)) {
    if (name !== 'set') given(deadline, []).when(command).then([])
  }
})

t.test('open: warned once, twice, breached; each once, and all of it after a long sleep', async () => {
  const at17 = at('17', '09:00:00')
  given(deadline, begun).when(fire, at('17', '08:59:59')).then([])
  given(deadline, begun).when(fire, at17).then([warned1])
  given(deadline, [...begun, warned1])
    .when(fire, at17)
    .then([])
  given(deadline, [...begun, warned1])
    .when(fire, at('22'))
    .then([warned2])
  given(deadline, [...begun, warned1, warned2])
    .when(fire, at('23', '23:59:59'))
    .then([])
  given(deadline, [...begun, warned1, warned2])
    .when(fire, '2026-06-24T00:00:00.000+08:00')
    .then([breached])
  given(deadline, begun).when(fire, '2026-07-01T00:00:00.000+08:00').then([warned1, warned2, breached])
  given(deadline, [...begun, breached])
    .when(fire, '2026-07-01T00:00:00.000+08:00')
    .then([])
})

t.test('open, breached → met: in time up to the last moment of the day, late from midnight on', async () => {
  const met = (metAt: string, late: boolean) => [
    { type: 'deadline.met.v1' as const, data: { ...clock, metBy: cause(2), metAt, dueAt, late } }
  ]
  const last = '2026-06-23T23:59:59.999+08:00'
  const midnight = '2026-06-24T00:00:00.000+08:00'
  given(deadline, begun)
    .when({ do: 'meet', by: cause(2), at: last })
    .then(met(last, false))
  given(deadline, begun)
    .when({ do: 'meet', by: cause(2), at: midnight })
    .then(met(midnight, true))
  given(deadline, [...begun, breached])
    .when({ do: 'meet', by: cause(2), at: midnight })
    .then(met(midnight, true))
  // What was declared stays: an act of the last moment that was heard of too late cannot be in time as well.
  given(deadline, [...begun, breached])
    .when({ do: 'meet', by: cause(2), at: last })
    .then(met(last, true))
  given(deadline, [...begun, ...met(last, false)])
    .when(meet)
    .then([])
})

t.test('open, suspended, breached → cancelled', async () => {
  const cancelled = [
    { type: 'deadline.cancelled.v1' as const, data: { ...clock, cause: 'event' as const, causedBy: cause(3) } }
  ]
  given(deadline, begun).when(cancel).then(cancelled)
  given(deadline, [...begun, breached])
    .when(cancel)
    .then(cancelled)
  given(deadline, after([set], [suspend]))
    .when(cancel)
    .then(cancelled)
  for (const command of Object.values(examples))
    given(deadline, [...begun, ...cancelled])
      .when(command)
      .then([])
})

t.test('open → open: extended as often as the rule allows; warnings begin anew', async (t) => {
  const extended = {
    type: 'deadline.recomputed.v1' as const,
    data: {
      ...clock,
      cause: 'extension' as const,
      causedBy: cause(4),
      previousDueAt: dueAt,
      ...dates,
      dueAt: '2026-07-14T23:59:59+08:00',
      warnAt: ['2026-07-09T09:00:00+08:00', '2026-07-13T09:00:00+08:00'],
      ...versions
    }
  }
  given(deadline, begun).when(extend).then([extended])
  given(deadline, [...begun, extended])
    .when(extend)
    .then([])
  given(deadline, [...begun, breached])
    .when(extend)
    .then([])
  const state = fold(deadline, [...begun, warned1, warned2, extended])
  t.same(nextStep(state)?.warnAt, '2026-07-09T09:00:00+08:00')
})

t.test('open ⇄ suspended: no date meanwhile, then pushed by as long as it stood still', async (t) => {
  const suspended = after([set], [suspend])
  given(deadline, begun)
    .when(suspend)
    .then([
      {
        type: 'deadline.suspended.v1',
        data: { ...clock, suspendedBy: cause(5), suspendedAt: '2026-06-03T10:00:00+08:00', basis: 'appraisal' }
      }
    ])
  given(deadline, suspended).when(suspend).then([])
  given(deadline, suspended).when(fire, '2026-12-01T00:00:00.000+08:00').then([])
  given(deadline, suspended).when(extend).then([])
  given(deadline, begun).when(resume).then([])
  const [, , resumed] = after([set], [suspend], [resume])
  t.match(resumed, {
    type: 'deadline.recomputed.v1',
    data: { cause: 'resumption', dueAt: '2026-06-25T23:59:59+08:00' }
  })
  t.notOk('previousDueAt' in (resumed?.data ?? {}))
  const [metWhileSuspended] = deadline.decide(meet, fold(deadline, suspended), at('10'))
  t.match(metWhileSuspended, { type: 'deadline.met.v1', data: { late: false } })
})

t.test('a clock in hours never pauses', async () => {
  const hours = { ...set, clock: { ...clock, rule: 'B3' }, computing: computingOf('B3') }
  given(deadline, after([hours]))
    .when(suspend)
    .then([])
})

t.test('open: recomputed by another calendar, when that changes a date', async (t) => {
  const { calendar } = computingOf('A2')
  given(deadline, begun)
    .when({ do: 'recompute', computing: computingOf('A2', calendar) })
    .then([])
  const years = baseYears.map((year) =>
    year.year === 2026 ? { ...year, local: { daysOff: ['2026-06-11'], source: '地方' } } : year
  )
  const other = createCalendar(years)
  const [moved] = deadline.decide(
    { do: 'recompute', by: cause(7), computing: computingOf('A2', other) },
    fold(deadline, begun),
    at('05')
  )
  t.match(moved, {
    type: 'deadline.recomputed.v1',
    data: { cause: 'calendar', causedBy: cause(7), dueAt: '2026-06-24T23:59:59+08:00', calendarVersion: other.version }
  })
})

t.test('the end of a day is the midnight after it; other ends are as written', async (t) => {
  t.equal(endOf('2026-06-23T23:59:59+08:00'), Date.parse('2026-06-24T00:00:00+08:00'))
  t.equal(endOf('2026-06-23T17:00:00+08:00'), Date.parse('2026-06-23T17:00:00+08:00'))
})
