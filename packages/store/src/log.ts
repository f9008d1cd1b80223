/** The part of a pino logger that this package uses. Bodies of events are never logged. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
