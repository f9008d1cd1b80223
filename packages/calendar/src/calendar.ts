import type { CalendarYear } from './calendar-year.ts'
import { dateOf, dayOf, isWeekend } from './days.ts'
import { digestOf } from './digest.ts'
import { worksByLaw } from './statutory-floor.ts'

/** Working days of China. Pure: the same years give the same answers and the same version. */
export interface Calendar {
  /** First and last year covered and a digest of the content: `2024-2026.3f2a9c01d2e4`. */
  readonly version: string
  readonly years: readonly number[]
  /** Whether the holiday notice of this day's year is known. @throws RangeError if there is no such day */
  covers(date: string): boolean
  /** `provisional` outside the covered years, where weekends and statutory holidays are all that is known. */
  isWorkday(date: string): Workday
}

export interface Workday {
  readonly workday: boolean
  readonly provisional: boolean
}

/** A calendar of these years' notices; of two about one day, the later year's counts. @throws TypeError if a year is twice */
export function createCalendar(years: readonly CalendarYear[]): Calendar {
  const sorted = [...years].sort((one, other) => one.year - other.year)
  const covered = new Set(sorted.map(({ year }) => String(year)))
  if (covered.size < sorted.length) throw new TypeError('A calendar has each year once.')
  const moved = new Map(sorted.flatMap(movedDays))
  const covers = (date: string) => covered.has(dateOf(dayOf(date)).slice(0, 4))
  return {
    version: versionOf(sorted),
    years: sorted.map(({ year }) => year),
    covers,
    isWorkday(date) {
      const day = dayOf(date)
      const known = covers(date)
      return { workday: moved.get(date) ?? (known ? !isWeekend(day) : worksByLaw(day)), provisional: !known }
    }
  }
}

function movedDays({ daysOff, workdays, local }: CalendarYear): [string, boolean][] {
  return [
    ...workdays.map((date): [string, boolean] => [date, true]),
    ...[...daysOff, ...(local?.daysOff ?? [])].map((date): [string, boolean] => [date, false])
  ]
}

function versionOf(years: readonly CalendarYear[]): string {
  const sorted = years.map(({ daysOff, workdays, local, ...notice }) => ({
    ...notice,
    daysOff: [...daysOff].sort(),
    workdays: [...workdays].sort(),
    ...(local && { local: { ...local, daysOff: [...local.daysOff].sort() } })
  }))
  return `${years[0]?.year ?? 'none'}-${years.at(-1)?.year ?? 'none'}.${digestOf(sorted).slice(0, 12)}`
}
