import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const changes = [
  'alter table assistances alter column addressee drop not null',
  'alter table assistances add column external text, add column circular uuid',
  'create index assistances_circular on assistances (circular) where circular is not null'
]

/** Letters to bodies outside, and one letter to several agencies. */
export const assistanceMore: Migration = {
  async up(db: Kysely<unknown>) {
    for (const change of changes) await sql.raw(change).execute(db)
  }
}
