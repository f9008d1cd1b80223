import { readFileSync } from 'node:fs'
import { Type } from '@sinclair/typebox'
import type { Check } from './health.ts'
import type { Logger } from './logger.ts'
import { fail } from './stop.ts'

/** Setting of a service that has deadlines; spread into its own. */
export const clockSettings = {
  CLOCK_OFFSET_FILE: Type.Optional(
    Type.String({
      description:
        '业务时钟偏移量文件（毫秒），仅供演练与测试 milliseconds added to the clock of rules and deadlines; for rehearsals only'
    })
  )
}

/** The time by which rules decide and deadlines run. Tokens, signatures and leases never go by it. */
export interface Clock {
  /** RFC 3339 instant, UTC. */
  now(): string
  /** For /health/ready: empty for a clock that goes right. */
  readonly checks: readonly Check[]
}

/** Milliseconds between looks at the file. */
const lookEvery = 50

/**
 * The system's clock or, with `offsetFile`, one that is ahead of it (or behind) by the whole number of milliseconds in
 * that file, which is read anew at most every 50 ms; a file that is half written changes nothing. Says so loudly.
 * @throws Stop when the file cannot be read or holds no such number
 */
export function createClock(offsetFile: string | undefined, log: Pick<Logger, 'warn'>): Clock {
  if (offsetFile === undefined) return { now: () => new Date().toISOString(), checks: [] }
  let offset =
    readOffset(offsetFile) ??
    fail(`CLOCK_OFFSET_FILE 须为整数毫秒 · CLOCK_OFFSET_FILE holds no whole number of milliseconds: ${offsetFile}`)
  let looked = performance.now()
  log.warn({ offset }, 'CLOCK_OFFSET_FILE is set: rules and deadlines go by a clock that is not the time of day')

  const current = (): number => {
    if (performance.now() - looked < lookEvery) return offset
    looked = performance.now()
    const found = readOffset(offsetFile)
    if (found !== undefined && found !== offset) {
      log.warn({ from: offset, to: found }, 'the clock of rules and deadlines was moved')
      offset = found
    }
    return offset
  }
  return {
    now: () => new Date(Date.now() + current()).toISOString(),
    checks: [
      {
        name: 'clock',
        check: async () => ({ ok: true, detail: `moved by ${current()} ms (CLOCK_OFFSET_FILE): for rehearsals only` })
      }
    ]
  }
}

function readOffset(file: string): number | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
  } catch {
    return undefined
  }
}
