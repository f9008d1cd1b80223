import type { Migration } from 'kysely/migration'
import { directory } from './migrations/0001-directory.ts'
import { officers } from './migrations/0002-officers.ts'
import { accounts } from './migrations/0003-accounts.ts'
import { sessions } from './migrations/0004-sessions.ts'

/** Postgres schema of the service. */
export const schema = 'console'

/** In the order of their names; a name is never used again. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': directory,
  '0002-officers': officers,
  '0003-accounts': accounts,
  '0004-sessions': sessions
}
