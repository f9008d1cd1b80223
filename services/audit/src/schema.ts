import { type MigrateOptions, migrate } from '@wuhu/store'
import { directory } from './migrations/0001-directory.ts'
import { log } from './migrations/0002-log.ts'

export const ownSchema = { schema: 'audit', migrations: { '0001-directory': directory, '0002-log': log } } as const

/** Brings the schema up to date; the role may read and add to the log, no more. @returns what was applied now */
export async function migrateAll(options: Pick<MigrateOptions, 'databaseUrl' | 'role'>): Promise<string[]> {
  return (await migrate({ ...options, ...ownSchema, appendOnly: ['log'] })).applied
}
