import type { Bus } from '@wuhu/bus'
import type { Logger } from '@wuhu/host'
import { type Consumer, createConsumer, createRelay, type Relay, type Store } from '@wuhu/store'
import type { AccountsKeeper } from './accounts/keeper.ts'
import { deliver } from './handlers/deliver.ts'
import { onAgencyEvents } from './handlers/on-agency-event.ts'
import type { NotificationsTables } from './tables.ts'

export interface Workers {
  readonly relays: Readonly<Record<string, Relay>>
  /** On the directory view. */
  readonly directory: Consumer
  /** One for each source stream, on the mailboxes. */
  readonly deliveries: readonly Consumer[]
  start(): void
  stop(): Promise<void>
}

export interface WorkersOptions {
  readonly store: Store<NotificationsTables>
  readonly mail: Store<unknown>
  readonly bus: Bus
  /** Keeps the agencies' NATS accounts; none where the bus runs without accounts. */
  readonly accounts?: AccountsKeeper | undefined
  /** This process, unique among all. */
  readonly holder: string
  readonly log: Logger
}

const sources = ['INFO_SHARING', 'JOINT_INVESTIGATION', 'NOTIFICATIONS', 'AUDIT', 'CONSOLE']

/** What runs beside the routes: two relays, the directory view, the accounts that follow from it, and the delivery of every service's stream. */
export function createWorkers({ store, mail, bus, accounts, holder, log }: WorkersOptions): Workers {
  const agencies = onAgencyEvents<NotificationsTables>()
  const own = createRelay({ store, target: bus.stream('NOTIFICATIONS'), holder, log })
  const mails = createRelay({ store: mail, target: bus.stream('MAIL'), holder, log })
  const directory = createConsumer<NotificationsTables>({
    store,
    name: 'directory',
    source: bus.stream('INFO_SHARING'),
    apply: agencies.apply,
    holder,
    log
  })
  const deliveries = sources.map((stream) =>
    createConsumer({
      store: mail,
      name: `deliver-${stream.toLowerCase().replaceAll('_', '-')}`,
      source: bus.stream(stream),
      apply: deliver,
      holder,
      log
    })
  )
  const all = [own, mails, directory, ...deliveries, ...(accounts ? [accounts] : [])]
  const unlisten = [
    store.onCommit(own.wake),
    mail.onCommit(mails.wake),
    store.onCommit(() => {
      if (agencies.changed()) accounts?.wake()
    })
  ]
  return {
    relays: { NOTIFICATIONS: own, MAIL: mails },
    directory,
    deliveries,
    start() {
      for (const worker of all) worker.start()
    },
    async stop() {
      for (const stop of unlisten) stop()
      await Promise.all(all.map((worker) => worker.stop()))
    }
  }
}
