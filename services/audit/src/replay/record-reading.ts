import { randomUUIDv7 } from 'node:crypto'
import type { Caller } from '@wuhu/access'
import type { Actor, ReplayEvent } from '@wuhu/contracts'
import { execute, type Store } from '@wuhu/store'
import { type ReplayCommand, replay } from '../domain/replay.ts'
import type { AuditTables } from '../tables.ts'
import type { ReplayFilters } from './filters.ts'
import type { Manifest } from './manifest.ts'
import type { ReplayRange } from './range.ts'

/** An auditor's reading, as its record needs it. */
export interface Reading {
  readonly caller: Pick<Caller, 'agency' | 'person' | 'roles'>
  readonly filters: ReplayFilters
  readonly range: ReplayRange
  readonly bodies: boolean
  readonly reason: string | undefined
  readonly correlationId: string
  readonly traceparent: string
}

/** Puts an auditor's reading on record. */
export interface ReadingRecord {
  start(): Promise<void>
  complete(manifest: Pick<Manifest, 'count' | 'sha256'>): Promise<void>
}

/** `now` is an RFC 3339 instant. @throws Refusal `replay.reason-required` for bodies without a reason */
export function recordReading(store: Store<AuditTables>, reading: Reading, now: () => string): ReadingRecord {
  const { caller, filters, bodies, reason, correlationId, traceparent } = reading
  const streamId = `replay/${randomUUIDv7()}`
  const range = {
    upto: reading.range.upto,
    streams: Object.entries(reading.range.streams).map(([stream, sequence]) => ({ stream, sequence }))
  }
  const common = { filters, range, bodies, ...(reason !== undefined && { reason }) }
  const append = (command: ReplayCommand) =>
    store.transaction((tx) =>
      execute(tx, {
        decider: replay,
        streamId,
        command,
        context: {
          service: 'audit',
          actor: readerOf(caller),
          now: now(),
          correlationId,
          traceparent
        },
        // In nobody's mailbox: what an auditor looks at, and why, is for the log alone.
        describe: (_event: ReplayEvent) => ({ caseNumber: filters.case, audience: [] })
      })
    )
  return {
    async start() {
      await append({ do: 'start', reading: common })
    },
    async complete({ count, sha256 }) {
      await append({ do: 'complete', reading: { ...common, count, sha256 } })
    }
  }
}

/** An agency's system, or the auditor: an officer by name, a key by its role. */
const readerOf = ({ agency, person, roles }: Reading['caller']): Actor => {
  const role = roles[0]
  return { agency, ...(person !== undefined && { person }), ...(role && { role }) }
}
