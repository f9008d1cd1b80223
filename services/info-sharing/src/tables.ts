import type { DirectoryTables, ReadTables } from '@wuhu/access'
import type { DeadlineTables } from '@wuhu/deadlines'
import type { RegisterTables } from '@wuhu/documents'
import type { StoreTables } from '@wuhu/store'
import type { CaseCountersTable } from './case-number.ts'
import type { UploadTables } from './commands/attachment-uploads.ts'
import type { AttachmentTables } from './views/attachments.ts'
import type { CaseTables } from './views/cases.ts'
import type { ClueTables } from './views/clues.ts'
import type { ExpertTables } from './views/experts.ts'
import type { MatchingTables } from './views/matching.ts'
import type { NoticeTables } from './views/notices.ts'
import type { OpenWorkTables } from './views/open-works.ts'
import type { QuarantineTables } from './views/quarantines.ts'
import type { SentTables } from './views/sent.ts'
import type { TimelineTables } from './views/timeline.ts'
import type { UnmaskingTables } from './views/unmaskings.ts'

/** The service's tables in the schema `info_sharing`, beside the store's own. */
export interface InfoTables
  extends DirectoryTables,
    ReadTables,
    RegisterTables,
    DeadlineTables,
    CaseTables,
    NoticeTables,
    ClueTables,
    ExpertTables,
    MatchingTables,
    TimelineTables,
    OpenWorkTables,
    SentTables,
    QuarantineTables,
    UnmaskingTables,
    AttachmentTables,
    UploadTables {
  case_counters: CaseCountersTable
}

export type InfoDb = InfoTables & StoreTables
