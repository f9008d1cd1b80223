import t from 'tap'
import { baseCalendar, baseYears, type CalendarYear, createCalendar } from './index.ts'

const works = (date: string) => baseCalendar.isWorkday(date).workday
const year = (number: number) => baseYears.find(({ year }) => year === number) as CalendarYear

/** A holiday notice of 2027 as it could be; it also moves a day of the December before. */
const possible2027: CalendarYear = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  source: '测试用',
  daysOff: ['2026-12-31', '2027-01-01', '2027-01-02', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
  workdays: ['2027-01-09']
}

t.test('adjusted workdays and days off of the notices of 2024 to 2026', async (t) => {
  const adjusted =
    '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 ' +
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 ' +
    '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'
  for (const date of adjusted.split(' ')) t.ok(works(date), date)
  const off =
    '2024-01-01 2024-02-12 2024-02-16 2024-04-05 2024-05-03 2024-06-10 2024-09-17 2024-10-07 ' +
    '2025-01-01 2025-01-28 2025-02-04 2025-04-04 2025-05-05 2025-06-02 2025-10-08 ' +
    '2026-01-02 2026-02-16 2026-02-23 2026-04-06 2026-05-05 2026-06-19 2026-09-25 2026-10-07'
  for (const date of off.split(' ')) t.notOk(works(date), date)
  const usual = '2024-02-09 2024-05-06 2025-02-05 2025-10-09 2026-02-13 2026-02-24 2026-10-08'
  for (const date of usual.split(' ')) t.ok(works(date), date)
  const weekends = '2024-03-02 2025-03-02 2026-03-07 2026-10-11'
  for (const date of weekends.split(' ')) t.notOk(works(date), date)
})

t.test('each year has as many working days as its notice leaves', async (t) => {
  const count = (year: number) => {
    let sum = 0
    for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
      if (works(new Date(time).toISOString().slice(0, 10))) sum += 1
    }
    return sum
  }
  t.same([2024, 2025, 2026].map(count), [251, 248, 248])
  t.equal(year(2026).daysOff.length, 33)
})

t.test('outside the covered years nothing is guessed silently', async (t) => {
  t.same(baseCalendar.isWorkday('2026-12-31'), { workday: true, provisional: false })
  const off = '2027-01-01 2027-02-05 2027-02-08 2027-04-05 2027-06-09 2027-09-15 2027-10-01 2027-01-02 2028-10-02'
  for (const date of off.split(' ')) t.same(baseCalendar.isWorkday(date), { workday: false, provisional: true }, date)
  const madeUp = '2027-02-09 2027-02-10 2027-05-03 2027-05-04 2027-10-04 2027-10-05'
  for (const date of madeUp.split(' ')) {
    t.same(baseCalendar.isWorkday(date), { workday: false, provisional: true }, `${date} makes up for a weekend`)
  }
  t.same(baseCalendar.isWorkday('2027-01-04'), { workday: true, provisional: true })
  t.same(baseCalendar.isWorkday('2023-12-29'), { workday: true, provisional: true })
  t.notOk(baseCalendar.covers('2027-01-01'))
  t.ok(baseCalendar.covers('2024-02-29'))
})

t.test('an imported year is known, and may move days of the December before', async (t) => {
  const calendar = createCalendar([...baseYears, possible2027])
  t.same(calendar.isWorkday('2027-01-09'), { workday: true, provisional: false })
  t.same(calendar.isWorkday('2026-12-31'), { workday: false, provisional: false })
  t.same(calendar.isWorkday('2027-02-09'), { workday: true, provisional: false }, 'the notice counts, not the guess')
})

t.test('local holidays are off', async (t) => {
  const local = { daysOff: ['2026-08-03'], source: '自治区人民政府通知' }
  const calendar = createCalendar([{ ...year(2026), local }])
  t.same(calendar.isWorkday('2026-08-03'), { workday: false, provisional: false })
  t.same(baseCalendar.isWorkday('2026-08-03'), { workday: true, provisional: false })
})

t.test('the version is the content: order does not matter, a single day does', async (t) => {
  t.equal(createCalendar([...baseYears].reverse()).version, baseCalendar.version)
  t.match(baseCalendar.version, /^2024-2026\.[0-9a-f]{12}$/)
  const other = { ...year(2026), workdays: year(2026).workdays.slice(1) }
  t.not(createCalendar([year(2024), year(2025), other]).version, baseCalendar.version)
  t.throws(() => createCalendar([year(2026), year(2026)]), TypeError)
  t.throws(() => baseCalendar.isWorkday('2026-02-29'), RangeError)
  t.throws(() => baseCalendar.covers('1 May'), RangeError)
})
