import pg from 'pg'

export interface PoolOptions {
  readonly url: string
  /** First on the search path. */
  readonly schema: string
  /** Connections at most; default 10. */
  readonly max?: number
  /** Milliseconds a statement may take; default 15,000. */
  readonly statementTimeout?: number
  /** Called for errors of idle connections; the pool replaces them by itself. */
  readonly onError: (error: Error) => void
}

/** A modest pool whose statements, waits for a connection and idle transactions all have a bound. */
export function createPool({ url, schema, max = 10, statementTimeout = 15_000, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
    keepAlive: true,
    options: `-c search_path=${schema}`
  })
  pool.on('error', onError)
  return pool
}
