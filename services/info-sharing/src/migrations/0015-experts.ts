import { reader, rowSecurity } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table experts (
     id text primary key, kind text not null, removed boolean not null, fields text[] not null, version int not null,
     updated_at timestamptz not null, body bytea not null)`,
  `create index experts_kind on experts (kind, id) where not removed`
]

/** Names are personal data: only agencies of the directory read the table at all. */
const members = rowSecurity({ experts: `exists (select from directory_agencies d where d.code = ${reader})` })

/** 专家人才库 and 鉴定机构资源. */
export const experts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
    await members.up(db)
  }
}
