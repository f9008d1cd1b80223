export { createHost, type HostOptions } from './app.ts'
export { authenticate, callerOf, scopeOf } from './authenticate.ts'
export { loadConfig } from './config.ts'
export { decodeCursor, encodeCursor } from './cursor.ts'
export { type Answer, type Call, type CommandDefinition, defineCommand } from './define-command.ts'
export { problemResponses, routeDocs } from './docs.ts'
export type { Check } from './health.ts'
export type { App } from './host-parts.ts'
export { createLogger, type Logger, logLevels } from './logger.ts'
export type { Messages } from './messages.ts'
export { createMetrics, type Metrics, type Reading } from './metrics.ts'
export { mountCommands } from './mount-commands.ts'
export { traceOf } from './observe-requests.ts'
export {
  mountOperator,
  type Operated,
  type OperatedConsumer,
  type OperatedRelay,
  operatorChecks,
  operatorGauges
} from './operator.ts'
export { type FieldError, NotFound, Problem, type ProblemBody, VersionMismatch } from './problem.ts'
export { type Life, run } from './process.ts'
export {
  defineQuery,
  mountQueries,
  nextLink,
  type QueryAnswer,
  type QueryCall,
  type QueryDefinition
} from './queries.ts'
export { serveCommands } from './serve-commands.ts'
export { fail, Stop } from './stop.ts'
export { newTraceparent, traceIdOf } from './trace.ts'
