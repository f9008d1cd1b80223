import pg from 'pg'
import { connectionTo, type DatabaseAddress } from './database-address.ts'

export interface PoolOptions extends DatabaseAddress {
  /** First on the search path. */
  readonly schema: string
  /** Connections at most; default 10. */
  readonly max?: number
  /** Milliseconds a statement may take; default 15,000. */
  readonly statementTimeout?: number
  /** Called for connections that broke outside a statement; the pool replaces them by itself. */
  readonly onError: (error: Error) => void
}

/**
 * Milliseconds. A process that stands still inside a transaction keeps the row of its lease locked: past the lease's 3 s
 * this must end soon enough for a standby to take over within 5 s.
 */
const idleInTransaction = 4_000

/** A modest pool whose statements, waits for a connection and idle transactions all have a bound. */
export function createPool({ url, ca, schema, max = 10, statementTimeout = 15_000, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connectionTo({ url, ca }),
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: idleInTransaction,
    keepAlive: true,
    // Statements that do not wait for each other share a round trip.
    pipeline: true,
    options: `-c search_path=${schema}`
  })
  pool.on('error', onError)
  pool.on('connect', sendTogether)
  // The pool listens to idle clients only: one that breaks between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

/** The socket of a client; not in its types. */
interface Wire {
  readonly connection?: { readonly stream?: { cork?(): void; uncork?(): void } }
}

/**
 * Statements given to a client in one go leave in one write instead of one each: of a short statement's cost the write
 * is the greater part.
 */
function sendTogether(client: pg.PoolClient): void {
  const stream = (client as Wire).connection?.stream
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]) => {
    stream?.cork?.()
    process.nextTick(() => stream?.uncork?.())
    return query(...args)
  }) as typeof client.query
}
