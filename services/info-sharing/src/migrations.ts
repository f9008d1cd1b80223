import type { Migration } from 'kysely/migration'
import { directory } from './migrations/0001-directory.ts'
import { cases } from './migrations/0002-cases.ts'
import { clues } from './migrations/0003-clues.ts'
import { notices } from './migrations/0004-notices.ts'

/** Postgres schema of the service. */
export const schema = 'info_sharing'

/** In the order of their names; a name is never used again. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': directory,
  '0002-cases': cases,
  '0003-clues': clues,
  '0004-notices': notices
}
