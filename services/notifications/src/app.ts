import { type KeyRecord, listReads, logRead, type OfficerRecord, type Verify } from '@wuhu/access'
import type { Bus } from '@wuhu/bus'
import { formats } from '@wuhu/contracts'
import {
  type App,
  type Check,
  type CommandDefinition,
  createHost,
  type HttpTls,
  inspectIntake,
  inspectSignature,
  type Logger,
  type Metrics,
  mountCommands,
  mountOperator,
  mountQueries,
  operatorChecks,
  operatorGauges,
  readsQuery,
  statementQuery
} from '@wuhu/host'
import { loadStatement, type Store } from '@wuhu/store'
import type { NatsCredentials } from './accounts/issue-credentials.ts'
import type { AccountsKeeper } from './accounts/keeper.ts'
import { mailboxCommands } from './commands.ts'
import { createMailroom } from './mailbox/mailroom.ts'
import { createOpenStreams } from './mailbox/open-streams.ts'
import { createMailboxes } from './mailbox/read-mailbox.ts'
import { mailboxRoute } from './routes/mailbox.ts'
import { mailboxStreamRoute } from './routes/mailbox-stream.ts'
import { natsCredentialsQuery } from './routes/nats-credentials.ts'
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
  /** Likewise on an officer, `agency/person`. */
  officerOf(officer: string): Promise<OfficerRecord | undefined>
  /** The bus, as tokens name it. */
  readonly audience: string
  /** The agencies' NATS accounts; none where the bus runs without accounts. */
  readonly accounts?:
    | { readonly keeper: Pick<AccountsKeeper, 'status'>; issue(key: KeyRecord): Promise<NatsCredentials> }
    | undefined
  /** Milliseconds since 1970. */
  now(): number
  readonly version: string
  readonly metricsToken?: string | undefined
  /** HTTPS; without it plain HTTP. */
  readonly tls?: HttpTls | undefined
  /** Requests a minute and address. */
  readonly rateLimit?: number
  /** Requests a minute and agency. */
  readonly agencyRateLimit?: number
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
    officerOf: deps.officerOf,
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
    checks: [...operatorChecks(operated), ...(deps.accounts ? [accountsCheck(deps.accounts.keeper)] : [])],
    formats,
    metricsToken: deps.metricsToken,
    tls: deps.tls,
    inspectors: [
      inspectSignature({ audience: deps.audience, lookupKey: deps.keyOf, now: () => new Date(now()) }),
      inspectIntake({
        // No command here brings text from outside; a note may still carry a mark. It is refused, and this line is all.
        quarantine: async ({ actor, command, marks, correlationId }) =>
          logger.warn({ ...actor, command, marks, requestId: correlationId }, 'suspected state secret refused')
      })
    ],
    rateLimit: deps.rateLimit,
    agencyRateLimit: deps.agencyRateLimit,
    messages: {
      zh: {
        'mailbox.no-such-sequence': '收件箱中没有该序号',
        'receipt.of-receipt': '回执无需签收',
        'nats.no-accounts': '本总线未启用单位账户'
      },
      en: {
        'mailbox.no-such-sequence': 'No such sequence in the mailbox',
        'receipt.of-receipt': 'A receipt is not signed for',
        'nats.no-accounts': 'The bus has no accounts of agencies'
      }
    }
  })
  operatorGauges(metrics, operated)
  mountOperator(app, operated)
  metrics.gauge('wuhu.mailbox.streams', 'Open event streams', '{stream}', () => streams.count())

  const commands = mailboxCommands({ store, mailboxes, now: () => new Date(now()).toISOString() })
  mountCommands(app, commands)
  mountQueries(app, [
    natsCredentialsQuery({ keyOf: deps.keyOf, issue: deps.accounts?.issue }),
    statementQuery({ db: store.db, load: loadStatement, record: logRead, logger }),
    readsQuery((filter) => listReads(store.db, filter))
  ])
  mailboxRoute(app, { store, mailboxes, mailroom })
  mailboxStreamRoute(app, { store, mailroom, streams, now })

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

/** Ready means: every agency's account is on the server as the directory wants it, or another process sees to it. */
const accountsCheck = (keeper: Pick<AccountsKeeper, 'status'>): Check => ({
  name: 'nats accounts',
  async check() {
    const { state, detail } = keeper.status()
    return { ok: state !== 'failing', detail: `${state}, ${detail}` }
  }
})
