import type { KeyRecord, Verify } from '@wuhu/access'
import type { Bus } from '@wuhu/bus'
import { formats } from '@wuhu/contracts'
import {
  type App,
  type CommandDefinition,
  createHost,
  type Logger,
  type Metrics,
  mountCommands,
  mountOperator,
  operatorChecks,
  operatorGauges
} from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { mailboxCommands } from './commands.ts'
import { createMailroom } from './mailbox/mailroom.ts'
import { createOpenStreams } from './mailbox/open-streams.ts'
import { createMailboxes } from './mailbox/read-mailbox.ts'
import { mailboxRoute } from './routes/mailbox.ts'
import { mailboxStreamRoute } from './routes/mailbox-stream.ts'
import type { NotificationsTables } from './tables.ts'
import type { Workers } from './workers.ts'

export interface AppDeps {
  readonly store: Store<NotificationsTables>
  readonly mail: Store<unknown>
  readonly bus: Bus
  readonly workers: Workers
  readonly logger: Logger
  readonly metrics: Metrics
  readonly verify: Verify
  /** The directory's word on a key, not older than a fraction of a second. */
  keyOf(kid: string): Promise<KeyRecord | undefined>
  /** Milliseconds since 1970. */
  now(): number
  readonly version: string
  readonly metricsToken?: string | undefined
  /** Requests a minute and address. */
  readonly rateLimit?: number
  /** Milliseconds; defaults 15,000 and 30,000. */
  readonly heartbeat?: number
  readonly patience?: number
}

/** Topic by which processes tell each other that there is mail. */
const mailHint = 'mail'

/** The notifications service without its process. The same `commands` are served on NATS. */
export async function createApp(deps: AppDeps): Promise<{ app: App; commands: readonly CommandDefinition[] }> {
  const { store, mail, bus, workers, logger, metrics, now } = deps
  const operated = {
    pool: store.pool,
    bus,
    relays: workers.relays,
    consumers: [workers.directory, ...workers.deliveries]
  }
  const onError = (error: unknown) => logger.warn({ err: error }, 'mailboxes not looked at')
  const mailboxes = createMailboxes(mail)
  const mailroom = createMailroom({ mailboxes, onError })
  const streams = createOpenStreams({
    keyOf: deps.keyOf,
    heartbeat: deps.heartbeat ?? 15_000,
    patience: deps.patience ?? 30_000,
    now,
    onError
  })

  const app = await createHost({
    service: {
      name: 'notifications',
      zh: '通知送达',
      en: 'One mailbox for each agency: its own redacted copies, in order, until signed for',
      version: deps.version
    },
    logger,
    metrics,
    verify: deps.verify,
    checks: operatorChecks(operated),
    formats,
    metricsToken: deps.metricsToken,
    ...(deps.rateLimit !== undefined && { rateLimit: deps.rateLimit }),
    messages: {
      zh: {
        'mailbox.no-such-sequence': '收件箱中没有该序号',
        'receipt.of-receipt': '回执无需签收',
        'receipt.no-sender': '该事件没有发件单位'
      },
      en: {
        'mailbox.no-such-sequence': 'No such sequence in the mailbox',
        'receipt.of-receipt': 'A receipt is not signed for',
        'receipt.no-sender': 'The event has no sender'
      }
    }
  })
  operatorGauges(metrics, operated)
  mountOperator(app, operated)
  metrics.gauge('wuhu.mailbox.streams', 'Open event streams', '{stream}', () => streams.count())

  const commands = mailboxCommands({ store, mailboxes, now: () => new Date(now()).toISOString() })
  mountCommands(app, commands)
  mailboxRoute(app, { mailboxes, mailroom })
  mailboxStreamRoute(app, { mailroom, streams, now })

  const unlisten = [
    mail.onCommit(() => {
      mailroom.wake()
      bus.hint(mailHint)
    }),
    bus.onHint(mailHint, mailroom.wake)
  ]
  app.addHook('preClose', async () => {
    for (const stop of unlisten) stop()
    streams.stop()
    mailroom.stop()
  })
  return { app, commands }
}
