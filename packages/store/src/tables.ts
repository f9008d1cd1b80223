import type { Generated } from 'kysely'

/** One row an aggregate: what writers lock, and the version they must know. */
export interface HeadsTable {
  stream_id: string
  version: string
}

/** Facts. Insert-only. `seq` is arrival, not order: positions give the order. */
export interface EventsTable {
  seq: Generated<string>
  stream_id: string
  version: string
  id: string
  type: string
  case_number: string | null
  subject: string
  recorded_at: Generated<Date>
  body: Buffer
}

/** Committed events that have no position yet. */
export interface OutboxTable {
  seq: string
}

/** The dense order in which events are published: position = stream sequence. Insert-only. */
export interface PositionsTable {
  position: string
  seq: string
}

/** Who may move a position (the relay's last number, a consumer's cursor), and until when. */
export interface LeasesTable {
  name: string
  holder: Generated<string>
  epoch: Generated<string>
  until: Generated<Date>
  position: Generated<string>
  stream_created: string | null
}

/** Events that a consumer could not apply, and those of the same case behind them. */
export interface ParkedTable {
  id: Generated<string>
  consumer: string
  stream: string
  sequence: string
  keys: string[]
  event_id: string | null
  type: string | null
  case_number: string | null
  error: string
  behind: boolean
  attempts: Generated<number>
  parked_at: Generated<Date>
  body: Buffer
}

/** What operators did with parked events. Insert-only. */
export interface ParkedHistoryTable {
  id: Generated<string>
  parked_id: string
  consumer: string
  stream: string
  sequence: string
  event_id: string | null
  action: 'retried' | 'skipped'
  operator: string
  reason: string | null
  at: Generated<Date>
}

/** First answers by agency and Idempotency-Key. */
export interface AnswersTable {
  agency: string
  key: string
  fingerprint: string
  answer: string
  at: Generated<Date>
}

/** Tokens that made a write without an Idempotency-Key. */
export interface UsedTokensTable {
  jti: string
  expires_at: Date
}

export interface StoreTables {
  heads: HeadsTable
  events: EventsTable
  outbox: OutboxTable
  positions: PositionsTable
  leases: LeasesTable
  parked: ParkedTable
  parked_history: ParkedHistoryTable
  answers: AnswersTable
  used_tokens: UsedTokensTable
}
