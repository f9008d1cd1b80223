import { type DirectoryLookups, logRead, type Verify } from '@wuhu/access'
import type { Bus } from '@wuhu/bus'
import { formats } from '@wuhu/contracts'
import { deadlineQueries } from '@wuhu/deadlines'
import {
  type App,
  type Check,
  type CommandDefinition,
  createHost,
  type HttpTls,
  type IntakeOptions,
  inspectIntake,
  inspectSignature,
  type Logger,
  type Metrics,
  mountCommands,
  mountOperator,
  mountQueries,
  operatorChecks,
  operatorGauges,
  statementQuery
} from '@wuhu/host'
import { loadStatement } from '@wuhu/store'
import { bulletinCommands } from './commands/bulletins.ts'
import type { Deps } from './commands/context.ts'
import { figureCommands } from './commands/figures.ts'
import { importPlanCommand } from './commands/import-plan.ts'
import { recordQuarantined } from './commands/quarantine.ts'
import { suggestionCommands } from './commands/suggestions.ts'
import { issuerCommands } from './commands/supervision-issuer.ts'
import { stepCommands } from './commands/supervision-steps.ts'
import { taskCommands } from './commands/tasks.ts'
import { messages } from './messages.ts'
import { bulletinQueries } from './routes/bulletins.ts'
import { commendationQueries } from './routes/commendations.ts'
import { auditDocumentRoutes } from './routes/documents.ts'
import { figureQueries } from './routes/figures.ts'
import { gapsRoute } from './routes/gaps.ts'
import { readsOfLog } from './routes/reads.ts'
import { replayRoute } from './routes/replay.ts'
import { suggestionQueries } from './routes/suggestions.ts'
import { supervisionQueries } from './routes/supervisions.ts'
import { taskQueries } from './routes/tasks.ts'
import type { Workers } from './workers.ts'

export interface AppDeps extends Deps {
  readonly bus: Bus
  readonly workers: Workers
  readonly logger: Logger
  readonly metrics: Metrics
  readonly verify: Verify
  /** What agencies' signatures are checked with: the bus as tokens name it, and the directory's word on a key. */
  readonly signatures: { readonly audience: string; readonly lookupKey: DirectoryLookups['lookupKey'] }
  readonly attestation?: IntakeOptions['attestation']
  /** What else is known of readiness. */
  readonly checks?: readonly Check[]
  readonly version: string
  readonly metricsToken?: string | undefined
  /** HTTPS; without it plain HTTP. */
  readonly tls?: HttpTls | undefined
  /** Requests a minute and address. */
  readonly rateLimit?: number
  /** Requests a minute and agency. */
  readonly agencyRateLimit?: number
}

/** Every command of the service, for both doors. */
export const commandsOf = (deps: Deps): CommandDefinition[] => [
  ...issuerCommands(deps),
  ...stepCommands(deps),
  importPlanCommand(deps),
  ...taskCommands(deps),
  ...bulletinCommands(deps),
  ...suggestionCommands(deps),
  ...figureCommands(deps)
]

/** The audit service without its process. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { store, bus, workers, logger, metrics, verify, now, rateLimit } = deps
  const operated = {
    pool: store.pool,
    bus,
    relays: workers.relays,
    consumers: [workers.directory, ...workers.recorders, ...workers.promoters, ...workers.clocks],
    checks: [...(deps.checks ?? []), ...workers.deadlines.checks]
  }
  const app = await createHost({
    service: {
      name: 'audit',
      zh: '审计回放与工作互促',
      en: 'The append-only log of everything published, and mutual promotion of work: supervision, tasks, figures',
      version: deps.version
    },
    logger,
    metrics,
    verify,
    checks: operatorChecks(operated),
    formats,
    metricsToken: deps.metricsToken,
    tls: deps.tls,
    rateLimit,
    agencyRateLimit: deps.agencyRateLimit,
    messages,
    inspectors: [
      inspectSignature({ ...deps.signatures, now: () => new Date() }),
      inspectIntake({ attestation: deps.attestation, quarantine: (refused) => recordQuarantined(deps, refused) })
    ]
  })
  operatorGauges(metrics, operated)
  mountOperator(app, operated)
  replayRoute(app, { store, now })
  mountCommands(app, commandsOf(deps))
  mountQueries(app, [
    ...supervisionQueries({ store }),
    ...taskQueries({ store }),
    ...bulletinQueries({ store }),
    ...commendationQueries({ store }),
    ...suggestionQueries({ store }),
    ...figureQueries({ store }),
    ...deadlineQueries({ store }),
    statementQuery({ db: store.db, load: loadStatement, record: logRead, logger }),
    readsOfLog({ store })
  ])
  auditDocumentRoutes(app, deps)
  gapsRoute(app, { store, bus, consumers: workers.recorders })
  return app
}
