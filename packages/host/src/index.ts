export { createHost, type HostOptions } from './app.ts'
export { authenticate, callerOf, decisionOf, scopeOf } from './authenticate.ts'
export { type Clock, clockSettings, createClock } from './clock.ts'
export { loadConfig } from './config.ts'
export { type Answer, type Call, type CommandDefinition, defineCommand } from './define-command.ts'
export { problemResponses, routeDocs } from './docs.ts'
export type { Check } from './health.ts'
export type { App } from './host-parts.ts'
export { type IntakeOptions, inspectIntake, type RefusedIntake, suspected } from './inspect-intake.ts'
export { inspectSignature } from './inspect-signature.ts'
export { createLogger, type Logger } from './logger.ts'
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
export { answerPage, createPages, pageAnswer, pageQuery, pagesById, pagesByTime } from './page.ts'
export { type FieldError, NotFound, Problem, type ProblemBody, VersionMismatch } from './problem.ts'
export { type Life, run } from './process.ts'
export { keptOf, quarantinedEvent } from './quarantined-event.ts'
export {
  defineQuery,
  mountQueries,
  nextLink,
  type QueryAnswer,
  type QueryCall,
  type QueryDefinition
} from './queries.ts'
export { readerBy, readerOf, readsQuery } from './reads.ts'
export type { Inspect, Inspected } from './run-command.ts'
export { serveCommands } from './serve-commands.ts'
export { openServiceKey } from './service-key.ts'
export { agencySettings, intakeSettings, serviceSettings } from './service-settings.ts'
export { statementQuery } from './statement-query.ts'
export { fail, Stop } from './stop.ts'
export type { HttpTls } from './tls.ts'
export { databaseTlsSettings, readTls, type Tls } from './tls-settings.ts'
export { newTraceparent, traceIdOf } from './trace.ts'
