import { type MigrateOptions, migrate } from '@wuhu/store'
import { directory } from './migrations/0001-directory.ts'
import { officers } from './migrations/0002-officers.ts'
import { reads } from './migrations/0003-reads.ts'
import { statements } from './migrations/0004-statements.ts'
import { mailboxSecurity } from './migrations/mail-0001-row-security.ts'

/** The service's own events, and its view of the directory. */
export const ownSchema = {
  schema: 'notifications',
  migrations: {
    '0001-directory': directory,
    '0002-officers': officers,
    '0003-reads': reads,
    '0004-statements': statements
  },
  appendOnly: ['reads', 'statements']
} as const
/** Mailboxes: one stream for each agency. Its version is the sequence in the mailbox. */
export const mailSchema = { schema: 'mail', migrations: { '0001-row-security': mailboxSecurity } } as const

/** Brings both schemas up to date. @returns what was applied now */
export async function migrateAll(
  options: Pick<MigrateOptions, 'databaseUrl' | 'databaseCa' | 'role'>
): Promise<string[]> {
  const applied: string[] = []
  for (const part of [ownSchema, mailSchema]) {
    const done = await migrate({ ...options, ...part })
    applied.push(...done.applied.map((name) => `${part.schema}/${name}`))
  }
  return applied
}
