import { type Static, Type } from '@sinclair/typebox'
import { dateOf, dayOf, isWeekend } from './days.ts'
import { type DataProblem, InvalidData } from './invalid-data.ts'
import { shapeProblems } from './shape-problems.ts'

const CalendarDate = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Dates = Type.Readonly(Type.Array(CalendarDate, { maxItems: 120 }))
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** A year's holiday notice 放假安排: what the State Council's office announced, and what is free here besides. */
export const CalendarYear = Type.Object(
  {
    year: Type.Integer({ minimum: 2004, maximum: 2100 }),
    /** 文号 of the notice. */
    notice: Words(64),
    source: Words(300),
    /** Every day off of the notice, weekends too. */
    daysOff: Dates,
    /** Weekend days on which one works 调休上班. */
    workdays: Dates,
    /** Holidays of a minority or a region: 《全国年节及纪念日放假办法》 art 4. */
    local: Type.Optional(Type.Object({ daysOff: Dates, source: Words(300) }, { additionalProperties: false }))
  },
  { additionalProperties: false }
)
export type CalendarYear = Static<typeof CalendarYear>

/** A holiday notice from outside. @throws InvalidData (a TypeError) with a sentence per problem */
export function parseCalendarYear(json: unknown): CalendarYear {
  const problems = shapeProblems(CalendarYear, json)
  if (problems.length > 0) throw new InvalidData('calendar', problems)
  const year = json as CalendarYear
  const wrong = [
    ...dateProblems(year, '/daysOff', year.daysOff),
    ...dateProblems(year, '/workdays', year.workdays),
    ...dateProblems(year, '/local/daysOff', year.local?.daysOff ?? []),
    ...workProblems(year)
  ]
  if (year.daysOff.length === 0) wrong.push(problem('/daysOff', '没有放假日', 'a notice names days off'))
  if (wrong.length > 0) throw new InvalidData(`calendar ${year.year}`, wrong)
  return year
}

function dateProblems({ year }: CalendarYear, path: string, dates: readonly string[]): DataProblem[] {
  return dates.flatMap((date, index) => {
    if (!exists(date)) return [problem(`${path}/${index}`, '没有这一天', 'there is no such day')]
    if (!belongs(year, date)) return [problem(`${path}/${index}`, '不属于这一年', `is no day of ${year}`)]
    if (dates.indexOf(date) !== index) return [problem(`${path}/${index}`, '重复', 'is named twice')]
    return []
  })
}

function workProblems({ daysOff, workdays, local }: CalendarYear): DataProblem[] {
  return workdays.flatMap((date, index) => {
    if (!exists(date)) return []
    if (!isWeekend(dayOf(date))) return [problem(`/workdays/${index}`, '不是周末', 'is no weekend day')]
    if (daysOff.includes(date) || local?.daysOff.includes(date)) {
      return [problem(`/workdays/${index}`, '同时列为放假日', 'is also a day off')]
    }
    return []
  })
}

/** The notice of a year may also move days of the December before it, as that of 2019 did. */
function belongs(year: number, date: string): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)
}

function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && dateOf(time / 86_400_000) === date
}

function problem(path: string, message: string, message_en: string): DataProblem {
  return { path, message, message_en }
}
