import { createCalendar } from './calendar.ts'
import { type CalendarYear, parseCalendarYear } from './calendar-year.ts'
import timeLimits from './data/time-limits.json' with { type: 'json' }
import year2024 from './data/years/2024.json' with { type: 'json' }
import year2025 from './data/years/2025.json' with { type: 'json' }
import year2026 from './data/years/2026.json' with { type: 'json' }
import { parseRules } from './parse-rules.ts'

/** The holiday notices that came with this version; later ones are imported. */
export const baseYears: readonly CalendarYear[] = [year2024, year2025, year2026].map(parseCalendarYear)

/** The calendar of {@link baseYears}. */
export const baseCalendar = createCalendar(baseYears)

/** The time limits that came with this version; the office may adopt others. */
export const baseRules = parseRules(timeLimits)
