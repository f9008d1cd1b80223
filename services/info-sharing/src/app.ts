import { type DirectoryLookups, logRead, type Verify } from '@wuhu/access'
import { formats } from '@wuhu/contracts'
import { deadlineQueries, timeLimitQueries } from '@wuhu/deadlines'
import {
  type App,
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
  type Operated,
  operatorChecks,
  operatorGauges,
  statementQuery
} from '@wuhu/host'
import { loadStatement } from '@wuhu/store'
import { agencyCommands } from './commands/agencies.ts'
import { attachmentCommands } from './commands/attachments.ts'
import { calendarCommands } from './commands/calendar.ts'
import { caseCommands } from './commands/cases.ts'
import type { ClueDeps } from './commands/clue-call.ts'
import { clueCommands } from './commands/clues.ts'
import { matchAccessCommands } from './commands/match-access.ts'
import { matchingCommands } from './commands/matching.ts'
import { noticeCommands } from './commands/notices.ts'
import { officerCommands } from './commands/officers.ts'
import { poolCommands } from './commands/pool.ts'
import { openQuarantine, quarantineCommands } from './commands/quarantine.ts'
import { sealingKeyCommands } from './commands/sealing-keys.ts'
import { unmaskingCommands } from './commands/unmaskings.ts'
import { messages } from './messages.ts'
import { agencyQueries } from './routes/agencies.ts'
import { attachmentContentRoutes, type ContentOptions } from './routes/attachment-content.ts'
import { attachmentQueries } from './routes/attachments.ts'
import { caseQueries } from './routes/cases.ts'
import { clueRoutes } from './routes/clues.ts'
import { contractRoutes } from './routes/contracts.ts'
import { clueDocumentRoutes } from './routes/documents.ts'
import { expertQueries } from './routes/experts.ts'
import { matchingQueries } from './routes/matching.ts'
import { noticeQueries } from './routes/notices.ts'
import { officerQueries } from './routes/officers.ts'
import { quarantineQueries } from './routes/quarantine.ts'
import { readsOfCases } from './routes/reads.ts'
import { sentQuery } from './routes/sent.ts'
import { unmaskingQueries } from './routes/unmaskings.ts'

export interface AppDeps extends ClueDeps, ContentOptions {
  readonly version: string
  readonly verify: Verify
  /** What agencies' signatures are checked with: the bus as tokens name it, and the directory's word on a key. */
  readonly signatures: { readonly audience: string; readonly lookupKey: DirectoryLookups['lookupKey'] }
  readonly logger: Logger
  readonly metrics: Metrics
  readonly operated: Operated
  readonly metricsToken?: string | undefined
  /** HTTPS; without it plain HTTP. */
  readonly tls?: HttpTls | undefined
  readonly rateLimit?: number
  /** Requests a minute and agency. */
  readonly agencyRateLimit?: number
  readonly attestation?: IntakeOptions['attestation']
}

/** Every command of the service, for both doors. */
export const commandsOf = (deps: ClueDeps & ContentOptions): CommandDefinition[] => [
  ...agencyCommands(deps),
  ...officerCommands(deps),
  ...calendarCommands(deps),
  ...caseCommands(deps),
  ...clueCommands(deps),
  ...matchingCommands(deps),
  ...matchAccessCommands(deps),
  ...noticeCommands(deps),
  ...quarantineCommands(deps),
  ...unmaskingCommands(deps),
  ...sealingKeyCommands(deps),
  ...poolCommands(deps),
  ...attachmentCommands(deps)
]

/** The HTTP application. Reads no environment and opens no driver; it listens nowhere yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { version, verify, logger, metrics, operated, metricsToken, rateLimit, attestation } = deps
  const app = await createHost({
    service: {
      name: 'info-sharing',
      zh: '信息互通与线索互享',
      en: 'Directory, case register, clues and notices',
      version
    },
    verify,
    logger,
    metrics,
    checks: operatorChecks(operated),
    formats,
    messages,
    metricsToken,
    tls: deps.tls,
    inspectors: [
      inspectSignature({ ...deps.signatures, now: () => new Date() }),
      inspectIntake({ attestation, quarantine: (refused) => openQuarantine(deps, refused) })
    ],
    rateLimit,
    agencyRateLimit: deps.agencyRateLimit
  })
  mountCommands(app, commandsOf(deps))
  mountQueries(app, [
    ...agencyQueries(deps),
    ...officerQueries(deps),
    ...caseQueries(deps),
    ...noticeQueries(deps),
    ...expertQueries(deps),
    ...matchingQueries(deps),
    ...quarantineQueries(deps),
    ...unmaskingQueries(deps),
    readsOfCases(deps),
    sentQuery(deps),
    ...deadlineQueries(deps),
    ...timeLimitQueries(deps),
    statementQuery({ db: deps.store.db, load: loadStatement, record: logRead, logger }),
    ...attachmentQueries(deps)
  ])
  clueRoutes(app, deps)
  clueDocumentRoutes(app, deps)
  attachmentContentRoutes(app, deps)
  contractRoutes(app, version)
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  return app
}
