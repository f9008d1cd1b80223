import type { DirectoryTables, ReadTables } from '@wuhu/access'
import type { StoreTables } from '@wuhu/store'
import type { CaseCountersTable } from './case-number.ts'
import type { UploadTables } from './commands/attachment-uploads.ts'
import type { AttachmentTables } from './views/attachments.ts'
import type { CaseTables } from './views/cases.ts'
import type { ClueTables } from './views/clues.ts'
import type { MatchingTables } from './views/matching.ts'
import type { NoticeTables } from './views/notices.ts'
import type { QuarantineTables } from './views/quarantines.ts'
import type { TimelineTables } from './views/timeline.ts'
import type { UnmaskingTables } from './views/unmaskings.ts'

/** The service's tables in the schema `info_sharing`, beside the store's own. */
export interface InfoTables
  extends DirectoryTables,
    ReadTables,
    CaseTables,
    NoticeTables,
    ClueTables,
    MatchingTables,
    TimelineTables,
    QuarantineTables,
    UnmaskingTables,
    AttachmentTables,
    UploadTables {
  case_counters: CaseCountersTable
}

export type InfoDb = InfoTables & StoreTables
