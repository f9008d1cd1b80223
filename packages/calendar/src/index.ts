export { baseCalendar, baseRules, baseYears } from './base.ts'
export { type Calendar, createCalendar, type Workday } from './calendar.ts'
export { CalendarYear, parseCalendarYear } from './calendar-year.ts'
export { digestOf } from './digest.ts'
export { type DataProblem, InvalidData } from './invalid-data.ts'
export { parseRules } from './parse-rules.ts'
export {
  dateAt,
  extendPeriod,
  mayExtend,
  type Period,
  recomputePeriod,
  resumePeriod,
  startPeriod,
  suspendPeriod
} from './period.ts'
export type { Rule, RuleSet } from './rule.ts'
