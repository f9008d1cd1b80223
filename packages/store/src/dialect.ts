import { type DatabaseConnection, type Driver, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { isUnavailable, StoreUnavailable } from './errors.ts'

/** Runs `query`, and says StoreUnavailable where it is the database that is away. */
export async function available<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    throw isUnavailable(error) && !(error instanceof StoreUnavailable) ? new StoreUnavailable(error) : error
  }
}

/** Kysely's Postgres dialect, by which every query, inside a transaction or not, fails with our errors. */
export function createDialect(pool: pg.Pool): PostgresDialect {
  const dialect = new PostgresDialect({ pool })
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => guarded(createDriver())
  return dialect
}

function guarded(driver: Driver): Driver {
  const seen = new WeakSet<DatabaseConnection>()
  const acquire = driver.acquireConnection.bind(driver)
  const commit = driver.commitTransaction.bind(driver)
  driver.commitTransaction = (connection) => available(commit(connection))
  driver.acquireConnection = async (...args) => {
    const connection = await available(acquire(...args))
    // The driver hands out the same object for the same client again.
    if (seen.has(connection)) return connection
    seen.add(connection)
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = (...query) => available(execute(...query))
    return connection
  }
  return driver
}
