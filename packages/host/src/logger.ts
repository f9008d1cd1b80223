import { type DestinationStream, type LevelWithSilent, type Logger, pino, stdTimeFunctions } from 'pino'

export type { Logger }

/** Setting for every service: which lines are written. */
export const logLevels = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'silent'
] as const satisfies LevelWithSilent[]

const credentials = ['authorization', 'cookie', 'seed', 'token', 'password']

/**
 * One JSON line per entry. Bodies are never handed to it; credentials are cut out should a caller pass them, one and two
 * levels down (redaction paths do not search deeper).
 */
export function createLogger(options: { service: string; level?: string; destination?: DestinationStream }): Logger {
  const { service, level = 'info', destination } = options
  const settings = {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorForLog },
    redact: { paths: credentials.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' }
  }
  return destination ? pino(settings, destination) : pino(settings)
}

/** What Postgres says of an error quotes the values it is about; they are data, and stay out of the log. */
function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const {
    name,
    message,
    stack = '',
    code,
    severity,
    table,
    constraint,
    cause
  } = error as Error & Record<string, unknown>
  const fromDatabase = typeof severity === 'string' && typeof code === 'string'
  return {
    type: name,
    ...(code !== undefined && { code }),
    ...(fromDatabase ? { message: 'database error', table, constraint } : { message }),
    stack: fromDatabase ? stack.slice(stack.indexOf('\n    at ')) : stack,
    ...(cause !== undefined && { cause: errorForLog(cause) })
  }
}
