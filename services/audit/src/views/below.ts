import { type RawBuilder, sql } from 'kysely'

/** Where a page of a list ended: instant (RFC 3339) and id of its last row. */
export interface After {
  readonly at: string
  readonly id: string
}

/** Rows that come after that one, newest first by `column` and id. */
export const below = (column: string, { at, id }: After): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)}, id) < (${at}::timestamptz, ${id}::uuid)`
