import { baseYears, type CalendarYear, createCalendar } from '@wuhu/calendar'
import type { Actor, CalendarEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { assertOfficeHead } from './office-head.ts'

type Imported = Extract<CalendarEvent, { type: 'calendar.imported.v1' }>

/** The holiday notice 放假安排 of one year, as the office took it over. */
export interface CalendarState {
  readonly status: 'none' | 'imported'
  readonly notice: CalendarYear | undefined
}

export interface CalendarCommand {
  readonly do: 'import'
  readonly by: Actor
  /** Agencies that run the office. */
  readonly offices: readonly string[]
  readonly notice: CalendarYear
  /** Meant as a correction of what is there. */
  readonly replaces: boolean
}

/** One stream a year. A notice that came with the program counts as imported: correcting it is said aloud as well. */
export const calendar: Decider<CalendarState, CalendarCommand, Imported> = {
  initial: { status: 'none', notice: undefined },

  decide({ by, offices, notice, replaces }, state) {
    assertOfficeHead(by, offices)
    const known = state.notice ?? baseYears.find(({ year }) => year === notice.year)
    if (known && sameNotice(known, notice)) return []
    if (known && !replaces) {
      throw new Refusal('calendar.imported', `the notice of ${notice.year} is there with other content: send replaces`)
    }
    const { daysOff, workdays, local, ...rest } = notice
    const lists = { daysOff: [...daysOff], workdays: [...workdays] }
    const here = local && { local: { daysOff: [...local.daysOff], source: local.source } }
    return [{ type: 'calendar.imported.v1', data: { ...rest, ...lists, ...here, replaces: known !== undefined } }]
  },

  evolve(_state, event) {
    const { replaces: _, ...notice } = event.data
    return { status: 'imported', notice }
  }
}

const sameNotice = (one: CalendarYear, other: CalendarYear) =>
  createCalendar([one]).version === createCalendar([other]).version
