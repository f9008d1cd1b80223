import { setTimeout as pause } from 'node:timers/promises'
import type { Bus } from '@wuhu/bus'
import type { Consumer, Store } from '@wuhu/store'
import { sourceStreams } from '../replay/filters.ts'
import type { AuditTables } from '../tables.ts'
import { compareStream } from './compare-stream.ts'
import { brokenBodies, type Gap, missingIndexes, missingVersions, streamOfLog } from './find-gaps.ts'

export interface StreamReport {
  readonly stream: string
  readonly first: number
  readonly last: number
  readonly count: number
  /** Last sequence that the message server has, and how many of it have not come yet. */
  readonly streamLast: number
  readonly lag: number
  readonly parked: number
  /** Messages compared one by one, in a deep report. */
  readonly compared?: number
}

export interface GapReport {
  /** Nothing is missing, nothing differs, nothing is still on its way. */
  readonly complete: boolean
  readonly deep: boolean
  readonly log: { readonly last: number; readonly count: number }
  readonly streams: readonly StreamReport[]
  readonly gaps: readonly Gap[]
}

export interface GapReportOptions {
  readonly store: Store<AuditTables>
  readonly bus: Bus
  /** The log's consumers, one for each source stream. */
  readonly consumers: readonly Consumer[]
  readonly deep: boolean
  readonly signal: AbortSignal
}

/** Events on their way are given this many milliseconds to arrive before they count as lag. */
const patience = 2_000
/** Missing events that are named by id. */
const named = 100

/** Is anything missing? Asked of the message server, of the log, and of every aggregate's own count. */
export async function gapReport(options: GapReportOptions): Promise<GapReport> {
  const { store, deep, signal } = options
  const streams: StreamReport[] = []
  const gaps: Gap[] = []
  for (const stream of sourceStreams) {
    const one = await reportStream(stream, options)
    streams.push(one.report)
    gaps.push(...one.gaps)
  }
  const { last, count, missing } = await missingIndexes(store)
  gaps.push(...missing.map((range) => ({ kind: 'index' as const, ...range })))
  gaps.push(...(await missingVersions(store)))
  if (!signal.aborted) gaps.push(...(await brokenBodies(store, last)))
  const complete = gaps.length === 0 && streams.every(({ lag }) => lag === 0)
  return { complete, deep, log: { last, count }, streams, gaps }
}

async function reportStream(name: string, { store, bus, consumers, deep, signal }: GapReportOptions) {
  const stream = bus.stream(name)
  const consumer = consumers.find((one) => one.status().stream === name)
  const { lastSequence } = await stream.describe()
  const cursor = consumer ? await cursorAt(store, consumer, lastSequence, signal) : 0
  const { missing, ...held } = await streamOfLog(store, name, cursor)
  const gaps: Gap[] = []
  const parked = (await consumer?.countParked())?.parked ?? 0
  const parkedThere = new Set((await consumer?.parked({ limit: 10_000 }))?.map(({ sequence }) => sequence))
  let left = named
  for (const { from, to } of missing) {
    const eventIds: string[] = []
    for (let sequence = from; sequence <= to && left > 0; sequence += 1, left -= 1) {
      const id = await stream.idAt(sequence)
      if (id !== undefined) eventIds.push(id)
    }
    const waiting = [...parkedThere].filter((sequence) => sequence >= from && sequence <= to).length
    gaps.push({ kind: 'sequence', stream: name, from, to, eventIds, parked: waiting })
  }
  if (held.last > lastSequence) {
    gaps.push({ kind: 'stream-behind', stream: name, from: lastSequence + 1, to: held.last })
  }
  const report: StreamReport = {
    stream: name,
    ...held,
    streamLast: lastSequence,
    lag: Math.max(0, lastSequence - Math.max(cursor, held.last)),
    parked
  }
  if (!deep) return { report, gaps }
  const { compared, differing } = await compareStream(store, stream, Math.min(lastSequence, held.last), signal)
  return { report: { ...report, compared }, gaps: [...gaps, ...differing] }
}

/** How far the log has come, asked of the database because another process may be the one that records. */
async function cursorAt(
  store: Store<AuditTables>,
  { name }: Consumer,
  wanted: number,
  signal: AbortSignal
): Promise<number> {
  const deadline = performance.now() + patience
  for (;;) {
    const rows = await store.query<{ position: string }>({
      text: 'select position from audit.leases where name = $1',
      values: [`consume/${name}`]
    })
    const cursor = Number(rows[0]?.position ?? 0)
    if (cursor >= wanted || performance.now() > deadline || signal.aborted) return cursor
    await pause(20)
  }
}
