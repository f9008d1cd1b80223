import type { Migration } from 'kysely/migration'
import { directory } from './migrations/0001-directory.ts'
import { cases } from './migrations/0002-cases.ts'
import { assistances } from './migrations/0003-assistances.ts'
import { officers } from './migrations/0004-officers.ts'
import { reads } from './migrations/0005-reads.ts'
import { rowSecurityOfViews } from './migrations/0007-row-security.ts'
import { statements } from './migrations/0008-statements.ts'

/** Postgres schema of the service. */
export const schema = 'joint_investigation'

/** In the order of their names; a name is never used again. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': directory,
  '0002-cases': cases,
  '0003-assistances': assistances,
  '0004-officers': officers,
  '0005-reads': reads,
  '0007-row-security': rowSecurityOfViews,
  '0008-statements': statements
}
