import type { DirectoryTables } from '@wuhu/access'
import type { StoreTables } from '@wuhu/store'
import type { CaseCountersTable } from './case-number.ts'
import type { CaseTables } from './views/cases.ts'
import type { ClueTables } from './views/clues.ts'
import type { NoticeTables } from './views/notices.ts'
import type { TimelineTables } from './views/timeline.ts'

/** The service's tables in the schema `info_sharing`, beside the store's own. */
export interface InfoTables extends DirectoryTables, CaseTables, NoticeTables, ClueTables, TimelineTables {
  case_counters: CaseCountersTable
}

export type InfoDb = InfoTables & StoreTables
