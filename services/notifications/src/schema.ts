import { type MigrateOptions, migrate } from '@wuhu/store'
import { directory } from './migrations/0001-directory.ts'

/** The service's own events, and its view of the directory. */
export const ownSchema = { schema: 'notifications', migrations: { '0001-directory': directory } } as const
/** Mailboxes: one stream for each agency. Its version is the sequence in the mailbox. */
export const mailSchema = { schema: 'mail', migrations: {} } as const

/** Brings both schemas up to date. @returns what was applied now */
export async function migrateAll(options: Pick<MigrateOptions, 'databaseUrl' | 'role'>): Promise<string[]> {
  const applied: string[] = []
  for (const part of [ownSchema, mailSchema]) {
    const done = await migrate({ ...options, ...part })
    applied.push(...done.applied.map((name) => `${part.schema}/${name}`))
  }
  return applied
}
