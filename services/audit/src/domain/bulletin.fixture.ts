import type { BulletinEvent } from '@wuhu/contracts'
import { approvedBy, convener, staff } from './acting.fixture.ts'
import type { BulletinCommand, Draft } from './bulletin.ts'

export const draft: Draft = { kind: 'bulletin', title: '关于第二季度工作的通报', text: '各成员单位……' }
const documentNumber = '乌中公竞办〔2026〕3号'

export const events = {
  drafted: { type: 'bulletin.drafted.v1', data: { revision: 1, issuer: 'amr', ...draft } },
  redrafted: { type: 'bulletin.drafted.v1', data: { revision: 2, issuer: 'amr', ...draft } },
  approved: { type: 'bulletin.approved.v1', data: { revision: 1, approver: approvedBy(convener) } },
  published: { type: 'bulletin.published.v1', data: { revision: 1, issuer: 'amr', ...draft, documentNumber } }
} as const satisfies Record<string, BulletinEvent>

export const past = {
  none: [],
  drafted: [events.drafted],
  approved: [events.drafted, events.approved],
  redrafted: [events.drafted, events.approved, events.redrafted],
  published: [events.drafted, events.approved, events.published]
} satisfies Record<string, BulletinEvent[]>
export type Past = keyof typeof past

/** One good command of each kind. */
export const commands = {
  draft: { do: 'draft', by: staff, draft },
  redraft: { do: 'redraft', by: staff, draft },
  approve: { do: 'approve', by: convener, revision: 1 },
  publish: { do: 'publish', by: staff, documentNumber }
} satisfies Record<string, BulletinCommand>
export type CommandName = keyof typeof commands
