import t from 'tap'
import {
  baseCalendar,
  baseRules,
  baseYears,
  createCalendar,
  dateAt,
  extendPeriod,
  mayExtend,
  type Period,
  type Rule,
  recomputePeriod,
  resumePeriod,
  startPeriod,
  suspendPeriod
} from './index.ts'

const rule = (id: string) => baseRules.rules.find((rule) => rule.id === id) as Rule
const at = (date: string, time = '10:00:00') => `${date}T${time}+08:00`
const start = (id: string, date: string, time?: string) => startPeriod(baseCalendar, rule(id), at(date, time))
const endOf = (date: string) => `${date}T23:59:59+08:00`

t.test('known answers, counted by hand', async (t) => {
  const days: [what: string, id: string, from: string, due: string][] = [
    ['15 working days over Spring Festival 2024, two adjusted workdays, a leap day', 'A2', '2024-02-05', '2024-03-01'],
    ['15 working days over New Year 2025', 'A2', '2024-12-25', '2025-01-16'],
    ['15 working days over New Year 2026, Sunday 4 January worked', 'A2', '2025-12-25', '2026-01-16'],
    ['5 working days from a Friday, the Sunday after it worked', 'A3', '2026-09-18', '2026-09-24'],
    ['5 working days over the eight days of October 2025', 'A3', '2025-09-26', '2025-10-10'],
    ['1 working day over the seven days of October 2026', 'A1', '2026-09-30', '2026-10-08'],
    ['1 working day from a Saturday: Monday', 'A1', '2026-03-07', '2026-03-09'],
    ['1 working day from a worked Saturday: Monday', 'A1', '2026-10-10', '2026-10-12'],
    ['1 working day to a worked Saturday', 'A1', '2025-10-10', '2025-10-11'],
    ['the same day', 'B1', '2026-03-05', '2026-03-05'],
    ['the same day, on a worked Sunday', 'B1', '2026-09-20', '2026-09-20'],
    ['the same day, on a day off: the next working day', 'B1', '2026-10-01', '2026-10-08'],
    ['90 natural days over a leap day', 'A10', '2024-01-15', '2024-04-14'],
    ['90 natural days without one', 'A10', '2025-01-15', '2025-04-15'],
    ['10 natural days over New Year, ending on a Saturday: it does not roll', 'B16', '2025-12-24', '2026-01-03'],
    ['3 natural days that do not roll', 'B15', '2026-02-12', '2026-02-15'],
    ['3 months to the end of a short month', 'B12', '2026-11-30', '2027-02-28'],
    ['3 months to a leap day', 'B12', '2023-11-30', '2024-02-29'],
    ['3 months from a leap day', 'B12', '2024-02-29', '2024-05-29'],
    ['2 months over New Year', 'E2', '2024-12-31', '2025-02-28'],
    ['2 months to a month of 30 days', 'B19', '2026-07-31', '2026-09-30']
  ]
  for (const [what, id, from, due] of days) {
    const period = start(id, from)
    t.equal(period.dueAt, endOf(due), `${id} ${what}`)
    t.notOk(period.provisional, `${id} ${what}`)
  }
})

t.test('a natural day rolls to the next working day, and is warned of where it was', async (t) => {
  const period = start('B2', '2026-02-12')
  t.equal(period.naturalDueAt, endOf('2026-02-15'), 'the first day of the holiday')
  t.equal(period.dueAt, endOf('2026-02-24'), 'the first working day after it')
  t.same(period.warnAt, [at('2026-02-14', '09:00:00'), at('2026-02-15', '09:00:00')])
  t.equal(start('B2', '2026-02-11').dueAt, endOf('2026-02-14'), 'a worked Saturday does not roll')
  t.equal(start('B9', '2026-09-29').dueAt, endOf('2026-10-08'))
  t.equal(start('A10', '2024-01-15').naturalDueAt, undefined)
})

t.test('hours run through nights and holidays and never pause', async (t) => {
  const period = start('B3', '2026-09-30', '17:00:00')
  t.equal(period.dueAt, '2026-10-01T17:00:00+08:00')
  t.same(period.warnAt, ['2026-10-01T09:00:00+08:00', '2026-10-01T15:00:00+08:00'])
  t.equal(suspendPeriod(period, '2026-09-30T18:00:00+08:00'), period)
  t.equal(start('B4', '2026-03-02', '08:30:15.250').dueAt, '2026-03-03T08:30:15.250+08:00')
})

t.test('the day is the one of Beijing', async (t) => {
  const due = (instant: string) => startPeriod(baseCalendar, rule('A1'), instant).dueAt
  t.equal(due('2026-03-02T15:59:59Z'), endOf('2026-03-03'))
  t.equal(due('2026-03-02T16:00:00Z'), endOf('2026-03-04'))
  t.equal(startPeriod(baseCalendar, rule('A1'), '2026-03-02T16:00:00Z').startedAt, at('2026-03-03', '00:00:00'))
  t.equal(dateAt('2026-03-02T16:00:00Z'), '2026-03-03')
})

t.test('what crosses into a year without a notice is provisional, until it is known', async (t) => {
  const period = start('A2', '2026-12-25')
  t.equal(period.dueAt, endOf('2027-01-18'))
  t.ok(period.provisional)
  t.notOk(start('A1', '2026-12-30').provisional)
  t.match(start('A1', '2026-12-31'), { dueAt: endOf('2027-01-04'), provisional: true })
  t.match(start('B2', '2026-12-30'), { dueAt: endOf('2027-01-04'), provisional: true })
  t.match(start('B2', '2026-12-28'), { dueAt: endOf('2026-12-31'), provisional: false })
  t.match(start('A10', '2026-12-30'), { dueAt: endOf('2027-03-30'), provisional: false }, 'natural days need no notice')

  const daysOff = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05']
  const notice = { year: 2027, notice: '国办发明电〔2026〕9号', source: '测试用', daysOff, workdays: ['2027-01-09'] }
  const calendar = createCalendar([...baseYears, notice])
  const known = recomputePeriod(calendar, rule('A2'), period)
  t.match(known, { dueAt: endOf('2027-01-19'), provisional: false, calendarVersion: calendar.version })
  t.same(known, startPeriod(calendar, rule('A2'), at('2026-12-25')))
})

t.test('extension, suspension and resumption', async (t) => {
  const a2 = rule('A2')
  const period = start('A2', '2026-03-02')
  t.equal(period.dueAt, endOf('2026-03-23'))
  const suspended = suspendPeriod(period, at('2026-03-05'))
  t.match(suspended, { suspendedAt: at('2026-03-05'), warnAt: [], dueAt: undefined })
  t.equal(suspendPeriod(suspended, at('2026-03-06')), suspended, 'it stands still already')
  t.same(recomputePeriod(baseCalendar, a2, suspended), suspended)
  const resumed = resumePeriod(baseCalendar, a2, suspended, at('2026-03-17', '16:00:00'))
  t.equal(resumed.dueAt, endOf('2026-04-02'), 'eight working days later')
  t.equal(resumePeriod(baseCalendar, a2, resumed, at('2026-03-20')), resumed, 'it runs already')
  const extended = extendPeriod(baseCalendar, a2, resumed)
  t.equal(extended.dueAt, endOf('2026-04-24'), 'fifteen working days, Qingming off')
  t.same(extended.warnAt, [at('2026-04-21', '09:00:00'), at('2026-04-23', '09:00:00')])
  t.notOk(mayExtend(a2, extended))
  t.throws(() => extendPeriod(baseCalendar, a2, extended), RangeError)
  t.throws(() => extendPeriod(baseCalendar, rule('A1'), start('A1', '2026-03-02')), RangeError)

  const first = extendPeriod(baseCalendar, a2, suspended)
  t.equal(first.dueAt, undefined, 'extended while it stands still')
  t.same(resumePeriod(baseCalendar, a2, first, at('2026-03-17', '16:00:00')), extended, 'the order does not count')

  const sameDay = suspendPeriod(period, at('2026-03-05'))
  t.equal(resumePeriod(baseCalendar, a2, sameDay, at('2026-03-05', '18:00:00')).dueAt, period.dueAt)
  t.equal(resumePeriod(baseCalendar, a2, sameDay, at('2026-03-01')).dueAt, period.dueAt, 'never back')
  t.equal(extendPeriod(baseCalendar, rule('B7'), start('B7', '2026-03-05')).dueAt, endOf('2026-03-16'), 'Sunday rolls')
})

t.test('a limit or a date given by hand', async (t) => {
  const given = (id: string, options: { limit?: number; dueOn?: string }): Period =>
    startPeriod(baseCalendar, rule(id), at('2026-03-02'), options)
  t.equal(given('E1', { limit: 5 }).dueAt, endOf('2026-03-09'))
  t.throws(() => given('E1', { limit: 4 }), RangeError)
  t.throws(() => given('E1', { limit: 21 }), RangeError)
  t.throws(() => given('E1', { limit: 5.5 }), RangeError)
  t.throws(() => given('A1', { limit: 2 }), RangeError, 'A1 is not settable')
  t.equal(given('D2', { dueOn: '2026-03-31' }).dueAt, endOf('2026-03-31'))
  t.equal(given('A6', { dueOn: '2026-03-20T18:00:00+08:00' }).dueAt, '2026-03-20T18:00:00+08:00')
  t.equal(given('A6', {}).dueAt, endOf('2026-03-23'), 'without one the limit counts')
  t.throws(() => given('D2', { dueOn: '2026-02-30' }), RangeError)
  t.throws(() => given('D2', { dueOn: 'soon' }), RangeError)
  t.throws(() => startPeriod(baseCalendar, rule('A1'), '2026-03-02T10:00:00'), RangeError, 'no offset')
})

t.test('warnings that would lie before the start are left out', async (t) => {
  t.same(start('A1', '2026-03-02').warnAt, [at('2026-03-03', '09:00:00'), at('2026-03-03', '15:59:59')])
  t.same(start('B1', '2026-03-02', '15:30:00').warnAt, [at('2026-03-02', '16:59:59')])
  t.same(start('B2', '2026-03-02').warnAt, [at('2026-03-04', '09:00:00'), at('2026-03-05', '09:00:00')])
  t.same(start('E2', '2026-03-02').warnAt, [at('2026-04-17', '09:00:00'), at('2026-04-29', '09:00:00')])
})

t.test('a year of clocks takes less than a second of work', async (t) => {
  const began = process.cpuUsage()
  let periods = 0
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
    for (const rule of baseRules.rules) {
      startPeriod(baseCalendar, rule, new Date(day).toISOString())
      periods += 1
    }
  }
  t.equal(periods, 365 * baseRules.rules.length)
  const { user, system } = process.cpuUsage(began)
  t.ok(user + system < 1_000_000, `${Math.round((user + system) / 1000)} ms`)
})
