import type { DirectoryTables, ReadTables } from '@wuhu/access'
import type { DeadlineTables } from '@wuhu/deadlines'
import type { RegisterTables } from '@wuhu/documents'
import type { StoreTables } from '@wuhu/store'
import type { AssistanceTables } from './views/assistances.ts'
import type { CandidateTables } from './views/candidates.ts'
import type { CaseTables } from './views/cases.ts'
import type { ConcernedTables } from './views/concerned.ts'
import type { ConsultationTables } from './views/consultations.ts'
import type { EvidenceTables } from './views/evidence.ts'
import type { PenaltyTables } from './views/penalties.ts'
import type { TransferTables } from './views/transfers.ts'

/** The service's tables in the schema `joint_investigation`, beside the store's own. */
export interface JointTables
  extends DirectoryTables,
    ReadTables,
    DeadlineTables,
    RegisterTables,
    CaseTables,
    ConsultationTables,
    CandidateTables,
    ConcernedTables,
    AssistanceTables,
    EvidenceTables,
    PenaltyTables,
    TransferTables {}

export type JointDb = JointTables & StoreTables
