import { type DatabaseConnection, type Driver, Kysely, PostgresDialect } from 'kysely'
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

/** Texts that are prepared at most; those beyond (lists of many lengths) are planned each time. */
const preparedAtMost = 500
const names = new Map<string, string>()

/** The name under which a text is prepared, once a connection: planning these short statements takes longer than running. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= preparedAtMost) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/** The client as Kysely uses it. */
const preparing = (client: pg.PoolClient) => ({
  query: (text: string | object, values?: readonly unknown[]) => {
    if (typeof text !== 'string' || values === undefined || values.length === 0) return client.query(text as string)
    const name = nameOf(text)
    return client.query({ text, values: [...values], ...(name !== undefined && { name }) })
  },
  release: () => undefined
})

const bound = new WeakMap<pg.PoolClient, Kysely<unknown>>()

/**
 * Kysely over one client, made once a client. Unlike Kysely's own transactions it does not make statements wait for
 * each other: given side by side they share a round trip, in the order in which they were given.
 */
export function kyselyOver<DB>(client: pg.PoolClient): Kysely<DB> {
  let kysely = bound.get(client)
  if (!kysely) {
    const same = preparing(client)
    const pool = { connect: async () => same, end: async () => undefined }
    kysely = new Kysely<unknown>({ dialect: createDialect(pool as unknown as pg.Pool) })
    bound.set(client, kysely)
  }
  return kysely as Kysely<DB>
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
