import { type MigrateOptions, migrate } from '@wuhu/store'
import { directory } from './migrations/0001-directory.ts'
import { log } from './migrations/0002-log.ts'
import { officers } from './migrations/0003-officers.ts'
import { reads } from './migrations/0004-reads.ts'

export const ownSchema = {
  schema: 'audit',
  migrations: { '0001-directory': directory, '0002-log': log, '0003-officers': officers, '0004-reads': reads }
} as const

/** Brings the schema up to date; the role may read and add to the log, no more. @returns what was applied now */
export async function migrateAll(
  options: Pick<MigrateOptions, 'databaseUrl' | 'databaseCa' | 'role'>
): Promise<string[]> {
  return (await migrate({ ...options, ...ownSchema, appendOnly: ['log', 'reads'] })).applied
}
