import { createDirectoryView } from '@wuhu/access'
import type { Bus } from '@wuhu/bus'
import { createDeadlines, type Deadlines } from '@wuhu/deadlines'
import type { Logger } from '@wuhu/host'
import { type Consumer, createConsumer, createRelay, type Relay, type Store } from '@wuhu/store'
import type { Deps } from './commands/context.ts'
import { resolve } from './deadlines/resolve.ts'
import { afterDirectory } from './handlers/after-directory.ts'
import { onDeadlineBreached } from './handlers/on-deadline-breached.ts'
import { record } from './handlers/record.ts'
import { sourceStreams } from './replay/filters.ts'
import type { AuditTables } from './tables.ts'

export interface Workers {
  readonly relays: Readonly<Record<string, Relay>>
  readonly directory: Consumer
  /** One for each source stream, into the log. */
  readonly recorders: readonly Consumer[]
  /** One for each stream whose clocks may be missed: they propose supervision. */
  readonly promoters: readonly Consumer[]
  /** The service's own clocks, and what brings them what happened: its own stream, and the calendar's. */
  readonly deadlines: Deadlines<AuditTables>
  readonly clocks: readonly Consumer[]
  start(): void
  stop(): Promise<void>
}

export interface WorkersOptions extends Pick<Deps, 'justice' | 'now'> {
  readonly store: Store<AuditTables>
  readonly bus: Bus
  /** This process, unique among all. */
  readonly holder: string
  readonly log: Logger
}

/** Streams of the services that own things with time limits. */
const withClocks = ['INFO_SHARING', 'JOINT_INVESTIGATION', 'AUDIT']

/**
 * What runs beside the routes: the relay, the directory view, the recording of every service's stream, and what missed
 * clocks propose.
 */
export function createWorkers({ store, bus, holder, log, justice, now }: WorkersOptions): Workers {
  const view = createDirectoryView()
  const relay = createRelay({ store, target: bus.stream('AUDIT'), holder, log })
  const directory = createConsumer<AuditTables>({
    store,
    name: 'directory',
    source: bus.stream('INFO_SHARING'),
    apply: async (tx, events) => {
      for (const { event } of events) await view.apply(tx.db, event)
    },
    holder,
    log
  })
  const recorders = sourceStreams.map((stream) =>
    createConsumer<AuditTables>({
      store,
      name: `record-${stream.toLowerCase().replaceAll('_', '-')}`,
      source: bus.stream(stream),
      apply: record,
      holder,
      log
    })
  )
  const promoters = withClocks.map((stream) =>
    createConsumer<AuditTables>({
      store,
      name: `promote-${stream.toLowerCase().replaceAll('_', '-')}`,
      source: bus.stream(stream),
      apply: afterDirectory(bus, onDeadlineBreached({ justice })),
      holder,
      log
    })
  )
  const deadlines = createDeadlines<AuditTables>({ store, service: 'audit', now, resolve, log })
  const { apply } = deadlines
  const clocks = [
    createConsumer<AuditTables>({ store, name: 'deadlines', source: bus.stream('AUDIT'), apply, holder, log }),
    createConsumer<AuditTables>({
      ...{ store, name: 'deadlines-info-sharing', source: bus.stream('INFO_SHARING'), apply, holder, log }
    })
  ]
  const all = [relay, directory, ...recorders, ...promoters, ...clocks, deadlines]
  const unlisten = store.onCommit(() => relay.wake())
  return {
    relays: { AUDIT: relay },
    directory,
    recorders,
    promoters,
    deadlines,
    clocks,
    start() {
      for (const worker of all) worker.start()
    },
    async stop() {
      unlisten()
      await Promise.all(all.map((worker) => worker.stop()))
    }
  }
}
