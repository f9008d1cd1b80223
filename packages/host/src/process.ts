import type { Logger } from './logger.ts'
import { Stop } from './stop.ts'

/** Milliseconds for closing everything. */
const closeWithin = 10_000

/** Errors of store and bus, by name as in problem-of.ts: a server that is not there is no bug, and one sentence says it. */
const absent = ['StoreUnavailable', 'BusUnavailable']

export interface Life {
  /** What was opened later is closed earlier. */
  onClose(name: string, close: () => unknown): void
  /** Where to report from now on; until then problems go to standard error. */
  log(logger: Logger): void
}

/**
 * The life of a service: `main` opens, a signal (SIGTERM, SIGINT) closes in reverse order within 10 s and exits with 0.
 * `Stop` from `main` prints its text and exits with its code, a server that is away one sentence; any other error, then or later, is logged and exits with 1.
 */
export async function run(main: (life: Life) => Promise<void>): Promise<void> {
  const closers: { name: string; close: () => unknown }[] = []
  let logger: Logger | undefined
  let ending = false

  async function end(exitCode: number): Promise<void> {
    if (ending) return
    ending = true
    const overdue = setTimeout(() => {
      complain(new Error('closing took too long'))
      process.exit(1)
    }, closeWithin)
    for (const { name, close } of closers.reverse()) {
      try {
        await close()
        logger?.info({ closed: name }, 'closed')
      } catch (error) {
        complain(error)
      }
    }
    clearTimeout(overdue)
    process.exit(exitCode)
  }

  function complain(error: unknown): void {
    if (logger) logger.fatal({ err: error }, 'fatal')
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }

  async function crash(error: unknown): Promise<void> {
    complain(error)
    await end(1)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0))
  process.on('uncaughtException', (error) => void crash(error))
  process.on('unhandledRejection', (error) => void crash(error))

  try {
    await main({
      onClose: (name, close) => void closers.push({ name, close }),
      log: (given) => {
        logger = given
      }
    })
  } catch (failure) {
    const error = absent.includes((failure as Error).name) ? new Stop((failure as Error).message, 1) : failure
    if (!(error instanceof Stop)) return crash(error)
    const out = error.exitCode === 0 ? process.stdout : process.stderr
    out.write(`${error.message}\n`)
    await end(error.exitCode)
  }
}
