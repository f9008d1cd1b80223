import { type MigrateOptions, migrate } from '@wuhu/store'
import { directory } from './migrations/0001-directory.ts'
import { log } from './migrations/0002-log.ts'
import { officers } from './migrations/0003-officers.ts'
import { reads } from './migrations/0004-reads.ts'
import { deadlines } from './migrations/0005-deadlines.ts'
import { deadlineRowSecurity } from './migrations/0006-deadline-row-security.ts'
import { supervisions } from './migrations/0007-supervisions.ts'
import { tasks } from './migrations/0008-tasks.ts'
import { bulletins } from './migrations/0009-bulletins.ts'
import { suggestions } from './migrations/0010-suggestions.ts'
import { statements } from './migrations/0011-statements.ts'
import { figures } from './migrations/0012-figures.ts'
import { rowSecurityOfViews } from './migrations/0013-row-security.ts'
import { registers } from './migrations/0014-registers.ts'
import { commendations } from './migrations/0015-commendations.ts'

export const ownSchema = {
  schema: 'audit',
  migrations: {
    '0001-directory': directory,
    '0002-log': log,
    '0003-officers': officers,
    '0004-reads': reads,
    '0005-deadlines': deadlines,
    '0006-deadline-row-security': deadlineRowSecurity,
    '0007-supervisions': supervisions,
    '0008-tasks': tasks,
    '0009-bulletins': bulletins,
    '0010-suggestions': suggestions,
    '0011-statements': statements,
    '0012-figures': figures,
    '0013-row-security': rowSecurityOfViews,
    '0014-registers': registers,
    '0015-commendations': commendations
  }
} as const

/** Brings the schema up to date; the role may read and add to the log, no more. @returns what was applied now */
export async function migrateAll(
  options: Pick<MigrateOptions, 'databaseUrl' | 'databaseCa' | 'role'>
): Promise<string[]> {
  return (await migrate({ ...options, ...ownSchema, appendOnly: ['log', 'reads', 'statements'] })).applied
}
