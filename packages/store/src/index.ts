export type { Appending } from './append-all.ts'
export { beyond } from './beyond.ts'
export { type Apply, type Consumer, type ConsumerOptions, type ConsumerStatus, createConsumer } from './consumer.ts'
export {
  Conflict,
  IdempotencyInFlight,
  IdempotencyMismatch,
  LeaseLost,
  NotYet,
  StoreUnavailable,
  TokenReplayed,
  VersionMismatch
} from './errors.ts'
export { type Context, type Executed, type ExecuteOptions, execute } from './execute.ts'
export { type MigrateOptions, migrate, pendingMigrations } from './migrate.ts'
export type { Once, OnceCall } from './once.ts'
export type { ParkedEvent } from './parked.ts'
export { createPool, type PoolOptions } from './pool.ts'
export { readEvents } from './read-events.ts'
export type { Received } from './received.ts'
export { createRelay, type Relay, type RelayOptions, type RelayStatus, StreamAhead } from './relay.ts'
export { reader, readers, rowSecurity } from './row-security.ts'
export { loadStatement, statementsMigration } from './statements.ts'
export { createStore, type Reading, type Store, type StoreOptions } from './store.ts'
export type { ConsumerSource, RelayTarget, SourceMessage } from './stream.ts'
export type { StoreTables } from './tables.ts'
export { together } from './together.ts'
export type { Copy, Transaction } from './transaction.ts'
export type { Unparked, UnparkRequest } from './unpark.ts'
export type { View } from './view.ts'
export { createWorker, type Worker } from './worker.ts'
