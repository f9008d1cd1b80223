import type { DirectoryTables, ReadTables } from '@wuhu/access'
import type { StoreTables } from '@wuhu/store'
import type { AssistanceTables } from './views/assistances.ts'
import type { CaseTables } from './views/cases.ts'

/** The service's tables in the schema `joint_investigation`, beside the store's own. */
export interface JointTables extends DirectoryTables, ReadTables, CaseTables, AssistanceTables {}

export type JointDb = JointTables & StoreTables
