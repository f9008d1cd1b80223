import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // How clocks ended, by time: figures read nothing else of the log.
  `create index log_ended_clocks on log (time, index)
     where type in ('deadline.met.v1', 'deadline.breached.v1')`
]

/** What figures are counted from. */
export const figures: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
