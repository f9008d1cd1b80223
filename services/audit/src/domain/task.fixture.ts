import type { TaskEvent } from '@wuhu/contracts'
import { approvedBy, convener, head, officerOf, staff, standing } from './acting.fixture.ts'
import type { Plan, TaskCommand } from './task-state.ts'

export const planned: Plan = {
  ...{ number: '2-4', phase: '组织实施阶段', title: '联动协作机制', text: '完善五互机制' },
  ...{ issuer: 'amr', owners: ['psb', 'tax'], dueOn: '2026-06-30', source: '三（一）2' }
}
export const today = '2026-06-01'

type Named = { [E in TaskEvent as E['type']]: E }
const event = <T extends TaskEvent['type']>(type: T, data: Named[T]['data']) => ({ type, data }) as Named[T]

const { owners: _, source: __, ...told } = planned
const report = { text: '已建立机制' }
const reason = '方案调整'
export const issuedTo = (agency: string) =>
  event('work.task-issued.v1', { ...told, agency, approver: approvedBy(convener) })
const steps = (agency: string) => [
  event('work.task-signed.v1', { agency }),
  event('work.task-reported.v1', { agency, round: 1, ...report }),
  event('work.task-evaluated.v1', { agency, result: 'completed', approver: approvedBy(staff) })
]

export const events = {
  planned: event('work.task-planned.v1', planned),
  signed: event('work.task-signed.v1', { agency: 'psb' }),
  reported: event('work.task-reported.v1', { agency: 'psb', round: 1, ...report }),
  evaluated: event('work.task-evaluated.v1', { agency: 'psb', result: 'completed', approver: approvedBy(staff) }),
  archived: event('work.task-archived.v1', { approver: approvedBy(staff) }),
  cancelled: event('work.task-cancelled.v1', { reason, approver: approvedBy(head) })
}

const issued = [events.planned, issuedTo('psb'), issuedTo('tax')]
/** Pasts as psb has them; tax is a step ahead, so that the task is as far as psb. */
export const past = {
  none: [],
  planned: [events.planned],
  issued: [...issued, ...steps('tax')],
  signed: [...issued, ...steps('tax'), events.signed],
  reported: [...issued, ...steps('tax'), events.signed, events.reported],
  evaluated: [...issued, ...steps('tax'), events.signed, events.reported, events.evaluated],
  archived: [...issued, ...steps('tax'), events.signed, events.reported, events.evaluated, events.archived],
  cancelled: [...issued, events.cancelled]
} satisfies Record<string, TaskEvent[]>
export type Past = keyof typeof past

const psb = officerOf('psb')

/** One good command of each kind, by whose turn it is. */
export const commands = {
  plan: { do: 'plan', by: staff, plan: planned, owners: planned.owners.map(standing) },
  issue: { do: 'issue', by: convener, today },
  sign: { do: 'sign', by: psb },
  report: { do: 'report', by: psb, report },
  evaluate: { do: 'evaluate', by: staff, agency: 'psb', result: 'completed' },
  archive: { do: 'archive', by: staff },
  cancel: { do: 'cancel', by: head, reason }
} satisfies Record<string, TaskCommand>
export type CommandName = keyof typeof commands

/** For the diagram: both owners go all the way. */
export const everyCommand: readonly TaskCommand[] = [
  ...Object.values(commands),
  { ...commands.sign, by: officerOf('tax') },
  { ...commands.report, by: officerOf('tax') },
  { ...commands.evaluate, agency: 'tax' }
]
