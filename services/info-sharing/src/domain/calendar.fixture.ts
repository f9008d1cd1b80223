import { baseRules } from '@wuhu/calendar'
import type { CalendarCommand } from './calendar.ts'
import type { LimitsCommand } from './limits.ts'

export const offices = ['amr']
export const head = { agency: 'amr', person: 'o-8', role: 'office-head' }
export const staff = { agency: 'amr', person: 'o-1', role: 'office-staff' }
export const elsewhere = { agency: 'psb', person: 'p-8', role: 'office-head' }

/** A holiday notice of 2027 as it could be. */
export const notice = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  daysOff: ['2027-01-01', '2027-01-02', '2027-01-03'],
  workdays: ['2027-01-09']
}

/** One valid command of each kind. */
export const calendarCommands = {
  import: { do: 'import', by: head, offices, notice, replaces: false }
} as const satisfies Record<CalendarCommand['do'], CalendarCommand>

export const limitsCommands = {
  adopt: { do: 'adopt', by: head, offices, rules: { ...baseRules, version: '2027-01', note: '试用' } }
} as const satisfies Record<LimitsCommand['do'], LimitsCommand>
