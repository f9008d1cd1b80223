import { baseYears, type CalendarYear } from '@wuhu/calendar'
import { dataProblems } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { elsewhere, calendarCommands as example, notice, staff } from './calendar.fixture.ts'
import { calendar } from './calendar.ts'

const command = example.import
const imported = { type: 'calendar.imported.v1' as const, data: { ...notice, replaces: false } }
const other = { ...notice, workdays: [] }
const base = baseYears.find(({ year }) => year === 2026) as CalendarYear

t.test('a year is imported once', async (t) => {
  given(calendar, []).when(command).then([imported])
  given(calendar, [imported]).when(command).then([])
  given(calendar, [imported])
    .when({ ...command, notice: { ...notice, daysOff: [...notice.daysOff].reverse() } })
    .then([])
  t.same(dataProblems('calendar.imported.v1', imported.data), [])
})

t.test('another content is a correction, and says so', async () => {
  const corrected = { ...imported, data: { ...other, replaces: true } }
  given(calendar, [imported])
    .when({ ...command, notice: other })
    .refuses('calendar.imported')
  given(calendar, [imported])
    .when({ ...command, notice: other, replaces: true })
    .then([corrected])
  given(calendar, [imported, corrected]).when(command).refuses('calendar.imported')
  given(calendar, [])
    .when({ ...command, replaces: true })
    .then([imported])
})

t.test('a notice that came with the program counts as imported', async () => {
  given(calendar, [])
    .when({ ...command, notice: base })
    .then([])
  const local = { daysOff: ['2026-08-03'], source: '自治区人民政府通知' }
  given(calendar, [])
    .when({ ...command, notice: { ...base, local } })
    .refuses('calendar.imported')
  const { daysOff, workdays, ...rest } = base
  const data = { ...rest, daysOff: [...daysOff], workdays: [...workdays], local, replaces: true }
  given(calendar, [])
    .when({ ...command, notice: { ...base, local }, replaces: true })
    .then([{ type: 'calendar.imported.v1', data }])
})

t.test('it is of the head of the office', async () => {
  given(calendar, [])
    .when({ ...command, by: staff })
    .refuses('calendar.role')
  given(calendar, [])
    .when({ ...command, by: { agency: 'amr' } })
    .refuses('calendar.role')
  given(calendar, [])
    .when({ ...command, by: elsewhere })
    .refuses('calendar.office-only')
  given(calendar, [imported])
    .when({ ...command, by: elsewhere })
    .refuses('calendar.office-only')
})
