import { createDirectoryView } from '@wuhu/access'
import type { Bus } from '@wuhu/bus'
import type { Logger } from '@wuhu/host'
import { type Consumer, createConsumer, createRelay, type Relay, type Store } from '@wuhu/store'
import { record } from './handlers/record.ts'
import { sourceStreams } from './replay/filters.ts'
import type { AuditTables } from './tables.ts'

export interface Workers {
  readonly relays: Readonly<Record<string, Relay>>
  readonly directory: Consumer
  /** One for each source stream, into the log. */
  readonly recorders: readonly Consumer[]
  start(): void
  stop(): Promise<void>
}

export interface WorkersOptions {
  readonly store: Store<AuditTables>
  readonly bus: Bus
  /** This process, unique among all. */
  readonly holder: string
  readonly log: Logger
}

/** What runs beside the routes: the relay, the directory view, and the recording of every service's stream. */
export function createWorkers({ store, bus, holder, log }: WorkersOptions): Workers {
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
  const all = [relay, directory, ...recorders]
  const unlisten = store.onCommit(() => relay.wake())
  return {
    relays: { AUDIT: relay },
    directory,
    recorders,
    start() {
      for (const worker of all) worker.start()
    },
    async stop() {
      unlisten()
      await Promise.all(all.map((worker) => worker.stop()))
    }
  }
}
