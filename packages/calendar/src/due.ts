import type { Calendar, Workday } from './calendar.ts'
import { addMonths, dateOf, dayAt, dayOf, formatInstant, isDate, momentOf, parseInstant } from './days.ts'
import type { Period } from './period.ts'
import type { Rule } from './rule.ts'

const hour = 3_600_000
const endOfDay = 86_399
const nine = 9 * 3600

type Computed = Required<Pick<Period, 'dueAt' | 'warnAt' | 'provisional'>> & { naturalDueAt?: string }
type History = Pick<Period, 'startedAt' | 'limit' | 'dueOn' | 'extensions' | 'suspensions'>

/** When a clock with this history ends, and when its holder is reminded. */
export function dueOf(calendar: Calendar, rule: Rule, history: History): Computed {
  const started = parseInstant(history.startedAt)
  const walk = walker(calendar, rule.calendar === 'working')
  if (rule.unit === 'hour') return inHours(walk, rule, history, started)
  const natural = lastDay(walk, rule, history, started)
  const due = rule.rollsToWorkingDay ? walk.workingFrom(natural.day) : natural.day
  const exact = natural.exact ?? momentOf(due, endOfDay)
  return {
    dueAt: formatInstant(exact),
    ...(rule.rollsToWorkingDay && { naturalDueAt: formatInstant(momentOf(natural.day, endOfDay)) }),
    provisional: walk.provisional(),
    warnAt: warnings(walk, rule, started, natural.day, exact)
  }
}

function inHours(walk: Walk, rule: Rule, { limit, dueOn, extensions }: History, started: number): Computed {
  const hours = limit + extensions * (rule.extension?.limit ?? 0)
  const due = dueOn === undefined ? started + hours * hour : givenMoment(dueOn)
  return {
    dueAt: formatInstant(due),
    provisional: false,
    warnAt: warnings(walk, rule, started, dayAt(due), due)
  }
}

/** Months come first, then days: the extension's and those of the suspensions; the order of what happened does not count. */
function lastDay(walk: Walk, rule: Rule, history: History, started: number): { day: number; exact?: number } {
  const { limit, dueOn, extensions, suspensions } = history
  const extension = (rule.extension?.limit ?? 0) * extensions
  const suspended = suspensions.reduce(
    (sum, { from, to }) => sum + walk.between(dayAt(parseInstant(from)), dayAt(parseInstant(to))),
    0
  )
  const months = rule.extension?.unit === 'month' ? extension : 0
  const days = suspended + extension - months
  if (dueOn !== undefined) {
    if (months + days === 0) return { day: dayAt(givenMoment(dueOn)), exact: givenMoment(dueOn) }
    return { day: walk.after(addMonths(dayAt(givenMoment(dueOn)), months), days) }
  }
  const counted = rule.unit === 'month' ? addMonths(dayAt(started), limit) : walk.after(dayAt(started), limit)
  const extended = months > 0 ? addMonths(counted, months) : counted
  return { day: days > 0 ? walk.after(extended, days) : extended }
}

function givenMoment(dueOn: string): number {
  return isDate(dueOn) ? momentOf(dayOf(dueOn), endOfDay) : parseInstant(dueOn)
}

/** Days before the natural last day at 09:00, hours before the very end; what does not lie after the start is left out. */
function warnings(walk: Walk, rule: Rule, started: number, last: number, due: number): string[] {
  return rule.warn
    .map(({ before, unit }) => (unit === 'hour' ? due - before * hour : momentOf(walk.back(last, before), nine)))
    .filter((moment) => moment > started && moment < due)
    .sort((one, other) => one - other)
    .map(formatInstant)
}

interface Walk {
  /** The day `count` days of the rule's calendar later; 0 is the day itself, or the first working day from it. */
  after(day: number, count: number): number
  back(day: number, count: number): number
  /** Days of the rule's calendar after `from`, up to and with `to`. */
  between(from: number, to: number): number
  workingFrom(day: number): number
  /** Whether any day looked at so far lies in a year without a notice. Walking back for warnings does not count. */
  provisional(): boolean
}

/** Days that a calendar was asked for: a million clocks ask for the same few hundred. */
const asked = new WeakMap<Calendar, Map<number, Workday>>()

function lookIn(calendar: Calendar): (day: number) => Workday {
  const days = asked.get(calendar) ?? new Map<number, Workday>()
  asked.set(calendar, days)
  return (day) => {
    const known = days.get(day) ?? calendar.isWorkday(dateOf(day))
    days.set(day, known)
    return known
  }
}

function walker(calendar: Calendar, working: boolean): Walk {
  const look = lookIn(calendar)
  let guessed = false
  const works = (day: number) => {
    const { workday, provisional } = look(day)
    guessed ||= provisional
    return workday
  }
  const workingFrom = (day: number) => {
    let found = day
    while (!works(found)) found += 1
    return found
  }
  const after = (day: number, count: number) => {
    if (!working) return day + count
    let found = count === 0 ? workingFrom(day) : day
    for (let left = count; left > 0; left -= 1) found = workingFrom(found + 1)
    return found
  }
  const between = (from: number, to: number) => {
    if (!working) return Math.max(0, to - from)
    let sum = 0
    for (let day = from + 1; day <= to; day += 1) if (works(day)) sum += 1
    return sum
  }
  const back = (day: number, count: number) => {
    if (!working) return day - count
    let found = day
    for (let left = count; left > 0; left -= 1) {
      found -= 1
      while (!look(found).workday) found -= 1
    }
    return found
  }
  return { after, back, between, workingFrom, provisional: () => guessed }
}
