import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The agency that reads, in a policy: evaluated once a statement. */
export const reader = `(select current_setting('wuhu.agency', true))`
/** The agencies that read, where one statement reads for several. */
export const readers = `((select string_to_array(current_setting('wuhu.agency', true), ','))::text[])`

/**
 * Puts tables under row-level security, for their owner too. Everybody (`wuhu.agency` = `*`, the service's own writers and
 * workers) sees and writes all rows; an agency sees those for which the table's condition holds, and writes none; without
 * a setting there is no row at all. A second wall: it holds where a query of the service forgot its condition, not
 * against somebody who holds the service's password.
 * @param tables condition by table
 * @param first statements that the conditions need
 */
export function rowSecurity(tables: Readonly<Record<string, string>>, first: readonly string[] = []): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const statement of first) await sql.raw(statement).execute(db)
      for (const [table, visible] of Object.entries(tables)) {
        for (const statement of policiesOf(table, visible)) await sql.raw(statement).execute(db)
      }
    }
  }
}

function policiesOf(table: string, visible: string): string[] {
  const everybody = `current_setting('wuhu.agency', true) = '*'`
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy everybody on ${table} for all using (${everybody}) with check (${everybody})`,
    `create policy agencies on ${table} for select using (${visible})`
  ]
}
