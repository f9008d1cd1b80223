import { type RawBuilder, sql } from 'kysely'

/**
 * Rows beyond `place` in a list that is sorted by `columns`: `<` where it is sorted downwards, `>` where upwards. One
 * comparison of tuples, which an index on the columns answers. Values are read as the columns' types.
 */
export const beyond = (
  columns: readonly string[],
  order: '<' | '>',
  place: readonly (string | number)[]
): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(columns.map((column) => sql.ref(column)))}) ${sql.raw(order)} (${sql.join(place)})`
