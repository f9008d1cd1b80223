/** Days are counted from 1970-01-01; an instant belongs to the day it has in +08:00, which never changes its offset. */
const day = 86_400_000
const offset = 8 * 3_600_000
const instantPattern = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

/** The number of a day written `2026-06-01`. @throws RangeError if there is no such day */
export function dayOf(date: string): number {
  const number = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / day : Number.NaN
  if (Number.isNaN(number) || dateOf(number) !== date) throw new RangeError(`'${date}' is not a date`)
  return number
}

export function dateOf(number: number): string {
  return new Date(number * day).toISOString().slice(0, 10)
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

/** Milliseconds of an instant of RFC 3339 with its offset. @throws RangeError if it is none */
export function parseInstant(text: string): number {
  const milliseconds = instantPattern.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new RangeError(`'${text}' is not an instant with its offset`)
  return milliseconds
}

/** RFC 3339 in +08:00, `2026-06-01T09:00:00+08:00`; milliseconds only where there are some. */
export function formatInstant(milliseconds: number): string {
  return `${new Date(milliseconds + offset).toISOString().replace('.000Z', '').replace('Z', '')}+08:00`
}

/** The day in +08:00 on which an instant lies. */
export function dayAt(milliseconds: number): number {
  return Math.floor((milliseconds + offset) / day)
}

/** A time of a day in +08:00, `seconds` after its midnight. */
export function momentOf(number: number, seconds: number): number {
  return number * day - offset + seconds * 1000
}

export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

export function isWeekend(number: number): boolean {
  return weekdayOf(number) % 6 === 0
}

/** The same day of a later month, or that month's last day: 2026-11-30 and 3 months give 2027-02-28. */
export function addMonths(number: number, months: number): number {
  const from = new Date(number * day)
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return first.getTime() / day + Math.min(from.getUTCDate(), last) - 1
}
