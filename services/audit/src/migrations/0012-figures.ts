import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // Every instant of an event names its offset, so that no setting of a session changes what comes out.
  `create function clock_ended_at(type text, body bytea) returns timestamptz language sql immutable parallel safe return
     (convert_from(body, 'UTF8')::json -> 'data' ->>
       case type when 'deadline.met.v1' then 'metAt' else 'dueAt' end)::timestamptz`,
  // How clocks ended, by when they were met or due: figures read nothing else of the log.
  `create index log_ended_clocks on log (clock_ended_at(type, body), index)
     where type in ('deadline.met.v1', 'deadline.breached.v1')`
]

/** What figures are counted from. */
export const figures: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
