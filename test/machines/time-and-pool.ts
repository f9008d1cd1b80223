import { baseCalendar, baseRules, type Rule } from '@wuhu/calendar'
import { appraiserEvents, calendarEvents, deadlineEvents, expertEvents } from '@wuhu/contracts'
import { deadline } from '../../packages/deadlines/src/domain/deadline.ts'
import type { DeadlineCommand } from '../../packages/deadlines/src/domain/deadline-state.ts'
import { calendarCommands, limitsCommands } from '../../services/info-sharing/src/domain/calendar.fixture.ts'
import { calendar } from '../../services/info-sharing/src/domain/calendar.ts'
import { limits } from '../../services/info-sharing/src/domain/limits.ts'
import { appraiserCommands, expertCommands } from '../../services/info-sharing/src/domain/pool-entry.fixture.ts'
import { appraiser, expert } from '../../services/info-sharing/src/domain/pool-entry.ts'
import { defineMachine, now, status } from './machine.ts'

const by = '019a0000-0000-7000-8000-000000000001'
const verifying = baseRules.rules.find(({ id }) => id === 'A2') as Rule
const computing = { rule: verifying, calendar: baseCalendar }
const clock = { rule: 'A2', of: 'clue/019a0000-0000-7000-8000-000000000002', holder: 'psb' }
const times = [now, '2026-06-20T09:00:00+08:00', '2026-07-20T09:00:00+08:00']
const commands: DeadlineCommand[] = [
  { do: 'set', clock, by, at: now, computing, rulesVersion: baseRules.version },
  { do: 'fire', consequence: '逾期' },
  { do: 'cancel', by, cause: 'event' },
  { do: 'extend', by, computing },
  ...times.flatMap((at): DeadlineCommand[] => [
    { do: 'meet', by, at },
    { do: 'suspend', by, at },
    { do: 'resume', by, at, computing }
  ])
]

const deadlineMachine = defineMachine({
  name: 'deadline',
  title: { zh: '时限', en: 'Deadline' },
  source: 'packages/deadlines/src/domain/deadline.ts',
  remark: {
    zh: '提醒、延期与重算不改变状态；逾期之后仍等待办结，办结时注明“逾期后办结”。',
    en: 'Reminders, extensions and recomputing leave the status; a breached clock still waits, and is then met late.'
  },
  decider: deadline,
  events: deadlineEvents,
  commands,
  now: times,
  statusOf: status,
  statuses: {
    none: '',
    open: '计时中',
    suspended: '中止',
    breached: '逾期未办结',
    met: '已办结',
    cancelled: '已撤销'
  }
})

const calendarMachine = defineMachine({
  name: 'calendar',
  title: { zh: '工作日历', en: 'Calendar of a year' },
  source: 'services/info-sharing/src/domain/calendar.ts',
  decider: calendar,
  events: calendarEvents.filter(({ type }) => type === 'calendar.imported.v1'),
  commands: Object.values(calendarCommands),
  statusOf: status,
  statuses: { none: '', imported: '已导入' }
})

const limitsMachine = defineMachine({
  name: 'limits',
  title: { zh: '时限规则', en: 'Time limits' },
  source: 'services/info-sharing/src/domain/limits.ts',
  decider: limits,
  events: calendarEvents.filter(({ type }) => type === 'limits.adopted.v1'),
  commands: Object.values(limitsCommands),
  statusOf: status,
  statuses: { base: '随程序发布', adopted: '办公室采用' }
})

const expertMachine = defineMachine({
  name: 'expert',
  title: { zh: '专家', en: 'Expert' },
  source: 'services/info-sharing/src/domain/pool-entry.ts',
  decider: expert,
  events: expertEvents,
  commands: Object.values(expertCommands),
  statusOf: status,
  statuses: { none: '', registered: '在库', removed: '已移出' }
})

const appraiserMachine = defineMachine({
  name: 'appraiser',
  title: { zh: '鉴定机构', en: 'Appraisal institution' },
  source: 'services/info-sharing/src/domain/pool-entry.ts',
  decider: appraiser,
  events: appraiserEvents,
  commands: Object.values(appraiserCommands),
  statusOf: status,
  statuses: { none: '', registered: '在册', removed: '已移出' }
})

/** Clocks and what they are computed by; who may be asked. */
export const timeAndPool = [deadlineMachine, calendarMachine, limitsMachine, expertMachine, appraiserMachine]
