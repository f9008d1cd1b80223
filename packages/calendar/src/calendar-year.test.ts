import t from 'tap'
import { baseYears, InvalidData, parseCalendarYear } from './index.ts'

const notice = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  daysOff: ['2027-01-01', '2027-01-02'],
  workdays: ['2027-01-09']
}

const pathsOf = (json: unknown): string[] => {
  try {
    parseCalendarYear(json)
    return []
  } catch (error) {
    return (error as InvalidData).problems.map(({ path }) => path)
  }
}

t.test('a notice is taken as it is', async (t) => {
  t.same(parseCalendarYear(notice), notice)
  for (const year of baseYears) t.same(parseCalendarYear(structuredClone(year)), year)
})

t.test('everything that is wrong is named by its place', async (t) => {
  const wrong: [string, object, string[]][] = [
    ['another year', { daysOff: ['2027-01-01', '2028-01-01'] }, ['/daysOff/1']],
    ['no such day', { daysOff: ['2027-02-29'] }, ['/daysOff/0']],
    ['twice', { daysOff: ['2027-01-01', '2027-01-01'] }, ['/daysOff/1']],
    ['a workday in the week', { workdays: ['2027-01-11'] }, ['/workdays/0']],
    ['a workday that is off', { workdays: ['2027-01-02'] }, ['/workdays/0']],
    ['a workday that is off here', { local: { daysOff: ['2027-01-09'], source: '通知' } }, ['/workdays/0']],
    ['a local day of another year', { local: { daysOff: ['2029-01-09'], source: '通知' } }, ['/local/daysOff/0']],
    ['no days off', { daysOff: [] }, ['/daysOff']],
    ['unknown field', { holidays: [] }, ['/holidays']],
    ['blank notice', { notice: ' ' }, ['/notice']],
    ['no date', { daysOff: ['01-01'] }, ['/daysOff/0']],
    ['two at once', { year: 1999, source: '' }, ['/year', '/source']]
  ]
  for (const [what, change, paths] of wrong) t.same(pathsOf({ ...notice, ...change }), paths, what)
  for (const json of [null, 'text', [], 7]) t.same(pathsOf(json), [''], JSON.stringify(json))
})

t.test('each problem is one sentence', async (t) => {
  const json = { ...notice, daysOff: ['2027-01-01', '2027-01-01'], workdays: ['2027-01-11'] }
  t.throws(() => parseCalendarYear(json), {
    name: 'InvalidData',
    message: 'calendar 2027 at /daysOff/1: is named twice.\ncalendar 2027 at /workdays/0: is no weekend day.'
  })
  t.throws(() => parseCalendarYear(7), { name: 'InvalidData', message: 'calendar at /: expected object.' })
  t.ok(new InvalidData('calendar', []) instanceof TypeError)
})

t.test('a notice may name days of the December before', async (t) => {
  t.same(pathsOf({ ...notice, daysOff: ['2026-12-31', '2027-01-01'] }), [])
  t.same(pathsOf({ ...notice, daysOff: ['2026-11-30', '2027-01-01'] }), ['/daysOff/0'])
})
