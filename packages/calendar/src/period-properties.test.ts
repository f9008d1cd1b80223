import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import {
  baseCalendar,
  baseRules,
  dateAt,
  extendPeriod,
  type Period,
  type Rule,
  recomputePeriod,
  resumePeriod,
  startPeriod,
  suspendPeriod
} from './index.ts'

const anyRule = fc.constantFrom(...baseRules.rules)
const dayRule = fc.constantFrom(...baseRules.rules.filter(({ unit }) => unit !== 'hour'))
const extendable = fc.constantFrom(...baseRules.rules.filter(({ extension }) => extension))
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 2) / 1000, max: Date.UTC(2027, 11, 1) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString())
const days = fc.integer({ min: 0, max: 120 })

const begin = (rule: Rule, at: string) => startPeriod(baseCalendar, rule, at)
const later = (at: string, days: number, hours = 0) =>
  new Date(Date.parse(at) + days * 86_400_000 + hours * 3_600_000).toISOString()
const dueOf = ({ dueAt = '' }: Period) => dateAt(dueAt)
const counted = (rule: Rule, { naturalDueAt, dueAt = '' }: Period) =>
  dateAt(rule.rollsToWorkingDay ? (naturalDueAt ?? '') : dueAt)

/** Days of the rule's calendar after `from`, up to and with `to`, counted the slow way. */
function distance(rule: Rule, from: string, to: string): number {
  let sum = 0
  for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(to); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10)
    if (rule.calendar !== 'working' || baseCalendar.isWorkday(date).workday) sum += 1
  }
  return sum
}

function holds<Values>(t: Test, property: fc.IPropertyWithHooks<Values>): void {
  const { failed, counterexample, errorInstance } = fc.check(property, { numRuns: 300 })
  t.notOk(failed, JSON.stringify({ counterexample, error: String(errorInstance) }))
}

t.test('who starts later is due no earlier', async (t) => {
  holds(
    t,
    fc.property(anyRule, instant, instant, (rule, one, other) => {
      const [first, second] = [begin(rule, one), begin(rule, other)]
      const order = Date.parse(one) - Date.parse(other)
      const due = Date.parse(first.dueAt ?? '') - Date.parse(second.dueAt ?? '')
      return order === 0 ? due === 0 : order < 0 ? due <= 0 : due >= 0
    })
  )
})

t.test('a limit counts its days from the day after the start', async (t) => {
  holds(
    t,
    fc.property(dayRule, instant, (rule, at) => {
      if (rule.unit !== 'day' || rule.limit === 0) return true
      return distance(rule, dateAt(at), counted(rule, begin(rule, at))) === rule.limit
    })
  )
})

t.test('an extension adds its days', async (t) => {
  holds(
    t,
    fc.property(extendable, instant, (rule, at) => {
      const period = begin(rule, at)
      const extended = extendPeriod(baseCalendar, rule, period)
      return distance(rule, counted(rule, period), counted(rule, extended)) === rule.extension?.limit
    })
  )
})

t.test('a suspension pushes by exactly its length', async (t) => {
  holds(
    t,
    fc.property(dayRule, instant, days, days, (rule, at, wait, length) => {
      const from = later(at, wait, 1)
      const to = later(from, length, 2)
      const period = begin(rule, at)
      const resumed = resumePeriod(baseCalendar, rule, suspendPeriod(period, from), to)
      const pushed = distance(rule, counted(rule, period), counted(rule, resumed))
      return pushed === distance(rule, dateAt(from), dateAt(to))
    })
  )
})

t.test('computing again under the same calendar changes nothing', async (t) => {
  holds(
    t,
    fc.property(anyRule, instant, days, days, fc.boolean(), (rule, at, wait, length, extend) => {
      const stopped = suspendPeriod(begin(rule, at), later(at, wait))
      const resumed = resumePeriod(baseCalendar, rule, stopped, later(at, wait + length))
      const period = extend && rule.extension ? extendPeriod(baseCalendar, rule, resumed) : resumed
      for (const one of [stopped, resumed, period]) {
        if (!isDeepStrictEqual(recomputePeriod(baseCalendar, rule, one), one)) return false
      }
      return isDeepStrictEqual(JSON.parse(JSON.stringify(period)), period)
    })
  )
})

t.test(
  'a rolled day is a working day, never before the natural one, and nothing in between is worked on',
  async (t) => {
    const rolling = fc.constantFrom(...baseRules.rules.filter(({ rollsToWorkingDay }) => rollsToWorkingDay))
    holds(
      t,
      fc.property(rolling, instant, (rule, at) => {
        const period = begin(rule, at)
        const natural = dateAt(period.naturalDueAt ?? '')
        if (dueOf(period) < natural || !baseCalendar.isWorkday(dueOf(period)).workday) return false
        const between = distance({ ...rule, calendar: 'working' }, natural, dueOf(period))
        return natural === dueOf(period) ? between === 0 : between === 1 && !baseCalendar.isWorkday(natural).workday
      })
    )
  }
)

t.test('warnings lie between start and end, the earlier first', async (t) => {
  holds(
    t,
    fc.property(anyRule, instant, (rule, at) => {
      const period = begin(rule, at)
      const times = [period.startedAt, ...period.warnAt, period.dueAt ?? ''].map((time) => Date.parse(time))
      return times.every((time, index) => index === 0 || (times[index - 1] ?? time) < time)
    })
  )
})

t.test('hours are hours', async (t) => {
  const hourly = fc.constantFrom(...baseRules.rules.filter(({ unit }) => unit === 'hour'))
  holds(
    t,
    fc.property(hourly, instant, days, (rule, at, wait) => {
      const period = begin(rule, at)
      const resumed = resumePeriod(baseCalendar, rule, suspendPeriod(period, later(at, wait)), later(at, wait + 5))
      return Date.parse(resumed.dueAt ?? '') - Date.parse(at) === rule.limit * 3_600_000
    })
  )
})
