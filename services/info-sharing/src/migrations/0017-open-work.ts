import { reader, rowSecurity } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const table = `create table open_works (
  kind text not null, id text not null, case_number text not null, open boolean not null, version int not null,
  primary key (kind, id))`
const indexes = [
  `create index open_works_case on open_works (case_number) where open`,
  `create index clues_transfer on clues ((state ->> 'transfer')) where state ? 'transfer'`
]
const security = rowSecurity({ open_works: `is_party(case_number, ${reader})` })

/** What other services are doing on a case 在办事项: while it goes on, the case is not closed. */
export const openWork: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [table, ...indexes]) await sql.raw(statement).execute(db)
    await security.up(db)
  }
}
