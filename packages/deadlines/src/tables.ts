import type { CalendarYear, RuleSet } from '@wuhu/calendar'
import type { ColumnType, Generated } from 'kysely'
import type { Deadline, DeadlineStatus } from './domain/deadline-state.ts'

type Timestamp = ColumnType<Date | null, string | null, string | null>

/** Who is told what, as it was when the clock started. */
export interface Parties {
  readonly involved: readonly string[]
  /** Told of a breach besides. */
  readonly informs: readonly string[]
  /** Of them those that get it as a statutory copy. */
  readonly statutory: readonly string[]
}

/** One deadline: its state for the decider, and what it is looked up by. */
export interface DeadlinesTable {
  /** Follows from the starting event; the stream is `deadline/<id>`. */
  id: string
  rule: string
  /** The aggregate: `transfer/<id>`. */
  subject: string
  case_number: string | null
  holder: string
  /** Everybody who may see it. */
  agencies: string[]
  status: DeadlineStatus
  due_at: Timestamp
  /** When it warns or breaches next; null when nothing happens by itself. */
  next_at: Timestamp
  /** Of its stream. */
  version: number
  /** Of the subject's stream, when the clock started: what comes behind it counts. */
  subject_version: string
  /** The calendar that it was last looked at with. */
  calendar_revision: number
  correlation: string
  parties: ColumnType<Parties, string, string>
  state: ColumnType<Deadline, string, string>
}

/** Holiday notices in force: those that came with the program, and those imported. */
export interface CalendarYearsTable {
  year: number
  body: ColumnType<CalendarYear, string, string>
  /** Grows with every change of any year. */
  revision: number
  /** Of the event that imported it; 0: it came with the program. */
  version: number
  event_id: string | null
}

/** Versions of the rules. Insert-only: open deadlines keep theirs. */
export interface TimeLimitVersionsTable {
  version: string
  body: ColumnType<RuleSet, string, never>
  revision: Generated<number>
  base: boolean
  adopted_at: ColumnType<Date | null, string | null, never>
}

/** One row: how far open deadlines have been looked at with the calendar in force. */
export interface RecomputationTable {
  singleton: Generated<boolean>
  /** Done up to this revision of the calendar. */
  revision: number
  /** Under way to this one: looked at up to `after_id`. */
  target: number
  after_id: string
}

export interface DeadlineTables {
  deadlines: DeadlinesTable
  calendar_years: CalendarYearsTable
  time_limit_versions: TimeLimitVersionsTable
  recomputation: RecomputationTable
}
