import type { Act, ClockScenario, Step } from './scenario.ts'

const by = (agency: string, role: string, more: object = {}) => ({
  by: { agency, person: `${agency}-1`, role, office: agency === 'amr', justice: false, ...more }
})
const staff = by('amr', 'office-staff')
const head = by('amr', 'office-head')
const standing = (agency: string) => ({ agency, registered: true, assessable: true })
const rules = { days: { min: 5, max: 20 }, unsupervised: {} }

const supervision = (command: Act['command']): Step => ({ on: 'supervision', command })
const propose = supervision({
  ...{ do: 'propose', ...staff, origin: 'person', target: standing('psb'), subject: { kind: 'rectification' }, rules },
  ...{ title: '线索办理台账不全', reason: '抽查发现台账缺项' }
})
const issue = supervision({ ...{ do: 'issue', ...staff, days: 5, demand: '补齐台账并书面反馈', rules } })
const acknowledge = supervision({ do: 'acknowledge', ...by('psb', 'handler') })
const report = supervision({ do: 'report', ...by('psb', 'handler'), report: { text: '已补齐' } })
const reject = supervision({ do: 'reject', ...staff, reason: '仍缺三项', days: 20, rules })
const cancel = supervision({ do: 'cancel', ...head, reason: '情况已变化' })

const suggestion = (command: Act['command']): Step => ({ on: 'suggestion', command })
const task = (command: Act['command']): Step => ({ on: 'task', command })
const plan = task({
  ...{ do: 'plan', ...head, owners: [standing('psb'), standing('tax')] },
  plan: {
    ...{ number: '2-3', title: '开展企业走访', text: '走访重点企业，建立台账' },
    ...{ issuer: 'amr', owners: ['psb', 'tax'], dueOn: '2026-07-31' }
  }
})
const give = (agency: string) => task({ do: 'issue', ...head, agencies: [agency], today: '2026-07-01' })
const done = [
  task({ do: 'sign', ...by('psb', 'liaison') }),
  task({ do: 'report', ...by('psb', 'handler'), report: { text: '已走访' } })
]

export const auditScenarios: Readonly<Record<string, ClockScenario>> = {
  // The card gives five days: 29 30, 8 9, Saturday 10 worked. Sent back on the 9th with twenty: 10, 12 to 16, 19 to 23,
  // 26 to 30, 2 to 5 November.
  E1: {
    ...{ of: 'supervision', before: [propose], start: issue },
    ...{ at: '2026-09-28T10:00:00+08:00', due: '2026-10-10T23:59:59+08:00' },
    warned: ['2026-09-30T09:00:00+08:00', '2026-10-09T09:00:00+08:00'],
    meets: { report: [acknowledge, report] },
    holder: 'psb',
    told: ['psb', 'amr'],
    means: /yellow card/,
    cancelled: [[cancel]],
    again: {
      steps: [acknowledge, report, reject],
      ...{ at: '2026-10-09T10:00:00+08:00', due: '2026-11-05T23:59:59+08:00', holder: 'psb' }
    }
  },
  // Two months from the 31st: September has 30 days.
  E2: {
    ...{ of: 'suggestion', before: [] },
    start: suggestion({
      ...{ do: 'send', agency: 'procuratorate', issues: 'procuratorial', addressee: standing('tax') },
      suggestion: { title: '完善涉密岗位管理', text: '建议完善保密制度' }
    }),
    ...{ at: '2026-07-31T10:00:00+08:00', due: '2026-09-30T23:59:59+08:00' },
    warned: ['2026-09-15T09:00:00+08:00', '2026-09-27T09:00:00+08:00'],
    meets: { answer: [suggestion({ do: 'answer', agency: 'tax', answer: { text: '已采纳' } })] },
    holder: 'tax',
    told: ['tax', 'procuratorate'],
    means: /superiors/
  },
  // The day of the plan, a Friday; each owner has a clock of its own.
  E3: {
    ...{ of: 'task', before: [plan], start: give('psb') },
    ...{ at: '2026-07-01T10:00:00+08:00', due: '2026-07-31T23:59:59+08:00' },
    warned: ['2026-07-28T09:00:00+08:00', '2026-07-30T09:00:00+08:00'],
    meets: { report: done },
    holder: 'psb',
    told: ['psb', 'amr'],
    means: /supervision/,
    key: 'psb',
    besides: [give('tax')],
    cancelled: [[task({ do: 'cancel', ...head, reason: '并入其他任务' })]]
  }
}
