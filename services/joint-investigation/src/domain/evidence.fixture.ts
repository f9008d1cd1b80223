import type { EvidenceEvent } from '@wuhu/contracts'
import type { EvidenceCommand, EvidenceState } from './evidence-state.ts'

export const now = '2026-06-01T09:00:00+08:00'
export const assistance = '0198c0de-0000-7000-8000-000000000001'
const persons = ['p-1', 'p-2']

const item = {
  caseNumber: '150824-2026-000001',
  assistance,
  requester: 'amr',
  kind: 'object',
  number: '证-1',
  name: '涉案移动硬盘',
  quantity: '1 块',
  obtainedAt: now,
  place: '物证室 3 号柜',
  persons
} as const
export const label = { kind: item.kind, number: item.number, name: item.name }
const handing = { to: 'amr', purpose: '送鉴定', seal: 'F-0001', persons } as const
const receipt = { intact: true, place: '局物证室', persons: ['a-1', 'a-2'] }
const returning = { to: '王某', reason: '与案件无关', persons }
const disposal = {
  manner: 'confiscated',
  basis: '行政处罚决定书',
  documentNumber: '乌中市监处罚〔2026〕1号',
  approver: { person: 'p-9', role: 'agency-leader' },
  persons
} as const

/** One good command of each kind, by the agency whose turn it is. */
export const commands = {
  register: { do: 'register', agency: 'psb', item: { ...item, persons: [...persons] } },
  'hand-over': { do: 'hand-over', agency: 'psb', handing: { ...handing, persons: [...persons] }, registered: true },
  receive: { do: 'receive', agency: 'amr', receipt },
  return: { do: 'return', agency: 'psb', returning },
  dispose: { do: 'dispose', agency: 'psb', disposal: { ...disposal, persons: [...persons] } }
} satisfies Record<string, EvidenceCommand>
export type CommandName = keyof typeof commands

export const happens: Record<CommandName, EvidenceEvent> = {
  register: { type: 'evidence.registered.v1', data: { ...commands.register.item, holder: 'psb' } },
  'hand-over': { type: 'evidence.handed-over.v1', data: { from: 'psb', ...label, ...commands['hand-over'].handing } },
  receive: { type: 'evidence.received.v1', data: { from: 'psb', by: 'amr', ...receipt } },
  return: { type: 'evidence.returned.v1', data: { by: 'psb', ...returning } },
  dispose: { type: 'evidence.disposed.v1', data: { by: 'psb', ...commands.dispose.disposal } }
}

/** A past that leads to each status. */
export const pasts: Record<EvidenceState['status'], EvidenceEvent[]> = {
  none: [],
  held: [happens.register],
  'in-transit': [happens.register, happens['hand-over']],
  returned: [happens.register, happens.return],
  disposed: [happens.register, happens.dispose]
}
