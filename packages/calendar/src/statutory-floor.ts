import floor from './data/statutory-floor.json' with { type: 'json' }
import { dateOf, dayOf, isWeekend } from './days.ts'

const dated = new Map(Object.entries(floor.dated))
const known = new Map<string, ReadonlySet<number>>()

/**
 * Days that are certainly off in a year whose notice is not known: the statutory holidays, each that falls on a
 * weekend made up on the next day that is free of both (《全国年节及纪念日放假办法》 art 6; on which day, only the
 * notice can say). A guess at least as long as the law: what is computed by it is provisional.
 */
export function statutoryDaysOff(year: string): ReadonlySet<number> {
  const found = known.get(year)
  if (found) return found
  const statutory = [...floor.everyYear, ...(dated.get(year) ?? [])]
    .map((day) => dayOf(`${year}-${day}`))
    .sort((a, b) => a - b)
  const days = new Set(statutory)
  for (const day of statutory.filter(isWeekend)) days.add(firstFree(days, day))
  known.set(year, days)
  return days
}

function firstFree(taken: ReadonlySet<number>, day: number): number {
  let free = day
  while (taken.has(free) || isWeekend(free)) free += 1
  return free
}

/** Whether a day is worked on as far as the law alone says. */
export function worksByLaw(day: number): boolean {
  return !isWeekend(day) && !statutoryDaysOff(dateOf(day).slice(0, 4)).has(day)
}
