import type { DirectoryTables, ReadTables } from '@wuhu/access'
import type { DeadlineTables } from '@wuhu/deadlines'
import type { RegisterTables } from '@wuhu/documents'
import type { StoreTables } from '@wuhu/store'
import type { ColumnType, Generated } from 'kysely'
import type { BulletinTables } from './views/bulletins.ts'
import type { CommendationTables } from './views/commendations.ts'
import type { SuggestionTables } from './views/suggestions.ts'
import type { SupervisionTables } from './views/supervisions.ts'
import type { TaskTables } from './views/tasks.ts'

/** One event as it came from its stream. Insert-only. */
export interface LogTable {
  /** Dense from 1, in order of commit. */
  index: string
  stream: string
  sequence: string
  event_id: string
  type: string
  mutual: string
  case_number: string | null
  /** The aggregate. */
  stream_id: string
  version: string
  /** When it happened, and when the log took it. */
  time: ColumnType<Date, string, never>
  recorded_at: Generated<Date>
  /** Who published it. */
  agency: string
  audience: string[]
  body: Buffer
  sha256: Buffer
}

/** One row: the index given last. */
export interface LogHeadTable {
  singleton: Generated<boolean>
  last: string
}

export interface AuditTables
  extends DirectoryTables,
    ReadTables,
    RegisterTables,
    DeadlineTables,
    SupervisionTables,
    TaskTables,
    BulletinTables,
    CommendationTables,
    SuggestionTables {
  log: LogTable
  log_head: LogHeadTable
}
export type AuditDb = AuditTables & StoreTables
