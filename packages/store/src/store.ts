import type { Envelope } from '@wuhu/contracts'
import { Kysely } from 'kysely'
import type pg from 'pg'
import type { Sign } from './append-all.ts'
import { available, createDialect, kyselyOver } from './dialect.ts'
import { isRetryable } from './errors.ts'
import { type Once, type OnceCall, once } from './once.ts'
import { beginAs, everybody, ofAgencies, queryAs } from './sight.ts'
import type { StoreTables } from './tables.ts'
import { together } from './together.ts'
import { createTransaction, type Transaction } from './transaction.ts'
import type { View } from './view.ts'

export interface Store<DB> {
  readonly schema: string
  readonly pool: pg.Pool
  /**
   * For reads outside a transaction; like all else here they fail with StoreUnavailable when the database is away. Tables
   * under row-level security are empty here: read them with `as`.
   */
  readonly db: Kysely<DB & StoreTables>
  /**
   * Runs `work` in one transaction and answers after its commit is durable. A deadlock, a Conflict or a lost race is
   * rolled back and tried again, three times in all: `work` must have no effects but those on the transaction.
   * @throws StoreUnavailable
   */
  transaction<T>(work: (tx: Transaction<DB & StoreTables>) => Promise<T>): Promise<T>
  /**
   * Reads what an agency may see (or several by comma): where row-level security is on, the database itself withholds all
   * else, whatever the query forgot. `atCommit` is for the record of the reading: when it fails nothing is answered.
   * @throws StoreUnavailable
   */
  as<T>(agencies: string, work: (reading: Reading<DB & StoreTables>) => Promise<T>): Promise<T>
  /**
   * The same, once for an agency's Idempotency-Key: the same request again gets the first answer. Without a key the
   * token's `jti` may make one write. Only answers are kept: a refusal is decided anew.
   * @throws IdempotencyMismatch, IdempotencyInFlight, TokenReplayed, StoreUnavailable
   */
  once<T>(call: OnceCall, work: (tx: Transaction<DB & StoreTables>) => Promise<T>): Promise<Once<T>>
  /**
   * Adds events where there is nothing to decide and nothing else to write: one statement where the store has no views.
   * @throws Conflict when the stream is at another version, StoreUnavailable
   */
  append(streamId: string, expectedVersion: number, envelopes: readonly Envelope[]): Promise<void>
  /** One statement of `as`, in one round trip. @throws StoreUnavailable */
  queryAs<Row extends pg.QueryResultRow>(agencies: string, statement: pg.QueryConfig): Promise<Row[]>
  /** A statement in the driver's own words, for bytes and prepared statements. @throws StoreUnavailable */
  query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]>
  /** @returns a function that stops listening */
  onCommit(listener: () => void): () => void
}

/** A transaction that only reads, but for the record of the reading. */
export type Reading<DB> = Pick<Transaction<DB>, 'db' | 'atCommit'>

export interface StoreOptions<DB> {
  readonly pool: pg.Pool
  readonly schema: string
  /** Applied to the service's own events in the transaction that appends them. */
  readonly views?: readonly View<DB & StoreTables>[]
  /** The service's hand on each event, just before it is stored. */
  readonly sign?: Sign | undefined
}

const attempts = 3

const refuse = () => {
  throw new TypeError('there is no transaction whose commit to wait for')
}

/** A service's event store: one schema, written by this service alone. */
export function createStore<DB = unknown>({ pool, schema, views = [], sign }: StoreOptions<DB>): Store<DB> {
  const root = new Kysely<DB & StoreTables>({ dialect: createDialect(pool) })
  const db = root.withSchema(schema)
  const listeners = new Set<() => void>()

  const attempt = async <T>(agencies: string, work: (tx: Transaction<DB & StoreTables>) => Promise<T>): Promise<T> => {
    const begin = beginAs(agencies)
    const client = await available(pool.connect())
    let unusable: Error | undefined
    try {
      const begun = available(client.query(begin))
      // The statements of a reading travel along: without their transaction they would see nothing.
      if (agencies === everybody) await begun
      else begun.catch(() => undefined)
      const db = kyselyOver<DB & StoreTables>(client).withSchema(schema)
      const last: pg.QueryConfig[] = []
      const answer = await work(createTransaction(db, schema, views, (statement) => last.push(statement), sign))
      await begun
      const ending = [...last, { text: 'commit' }].map((statement) => available(client.query(statement)))
      const command = (await together(ending)).at(-1)?.command
      // Postgres answers a commit of a failed transaction with ROLLBACK, and without an error.
      if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
      return answer
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        unusable = failure
      })
      throw error
    } finally {
      client.release(unusable)
    }
  }

  const transaction = async <T>(work: (tx: Transaction<DB & StoreTables>) => Promise<T>): Promise<T> => {
    for (let left = attempts - 1; ; left -= 1) {
      try {
        const answer = await attempt(everybody, work)
        for (const listener of listeners) listener()
        return answer
      } catch (error) {
        if (left > 0 && isRetryable(error)) continue
        throw error
      }
    }
  }

  return {
    schema,
    pool,
    db,
    transaction,
    as: async (agencies, work) => attempt(ofAgencies(agencies), work),
    queryAs: async (agencies, statement) => queryAs(pool, ofAgencies(agencies), statement),
    once: (call, work) => transaction((tx) => once(tx, schema, call, work)),
    async append(streamId, expectedVersion, envelopes) {
      if (views.length > 0) {
        await transaction((tx) => tx.append(streamId, expectedVersion, envelopes))
        return
      }
      await createTransaction(db, schema, [], refuse, sign).append(streamId, expectedVersion, envelopes)
      for (const listener of listeners) listener()
    },
    query: async <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) =>
      (await available(pool.query<Row>(statement))).rows,
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
