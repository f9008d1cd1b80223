import type pg from 'pg'
import { available } from './dialect.ts'
import { together } from './together.ts'

/** Sees and writes every row: the service's own writers and workers. */
export const everybody = '*'

/**
 * Begins a transaction that sees the rows of these agencies only, where row-level security is on (`wuhu.agency`), in one
 * message. What begins otherwise sees no such row: the default is no.
 * @param agencies code of an agency, several by comma, or `everybody`
 * @throws TypeError for what is no such list
 */
export function beginAs(agencies: string): string {
  if (agencies !== everybody && !/^[a-z0-9-]+(?:,[a-z0-9-]+)*$/.test(agencies)) {
    throw new TypeError('rows are read for agencies by their codes')
  }
  return `begin; set local wuhu.agency = '${agencies}'`
}

/** Readers are agencies, never everybody. @throws TypeError */
export function ofAgencies(agencies: string): string {
  if (agencies === everybody) throw new TypeError('a reader is an agency')
  return agencies
}

/** One statement that sees the rows of these agencies only: begin, statement and commit share a round trip. */
export async function queryAs<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  agencies: string,
  statement: pg.QueryConfig
): Promise<Row[]> {
  const begin = beginAs(agencies)
  const client = await available(pool.connect())
  let unusable: Error | undefined
  try {
    const [, { rows }] = await together([
      available(client.query(begin)),
      available(client.query<Row>(statement)),
      // After a statement that failed this rolls back.
      available(client.query('commit'))
    ])
    return rows
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      unusable = failure
    })
    throw error
  } finally {
    client.release(unusable)
  }
}
