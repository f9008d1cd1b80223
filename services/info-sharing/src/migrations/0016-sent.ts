import { reader, rowSecurity } from '@wuhu/store'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table sent_things (
     kind text not null, id text not null, version int not null, memory jsonb not null, primary key (kind, id))`,
  `create table sent (
     sender text not null, kind text not null, id text not null, case_number text, title text not null,
     status text not null, holder jsonb, outcome text, open boolean not null, sent_at timestamptz not null,
     updated_at timestamptz not null, version int not null, primary key (sender, id, kind))`,
  `create table sent_deadlines (
     id text primary key, about text not null, rule text not null, due_at timestamptz, running boolean not null,
     holder text not null, told text[] not null, version int not null)`,
  `create index sent_deadlines_about on sent_deadlines (about, due_at) where running`
]
const security = rowSecurity({
  // What followers remember is of nobody's business.
  sent_things: 'false',
  sent: `sender = ${reader}`,
  sent_deadlines: `${reader} = any (told)
    and exists (select from sent s where s.sender = ${reader} and s.kind || '/' || s.id = about)`
})

/** What an agency sent, and where it stands 发出事项. */
export const sent: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) await sql.raw(table).execute(db)
    await security.up(db)
  }
}
