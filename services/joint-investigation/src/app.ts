import type { DirectoryLookups, Verify } from '@wuhu/access'
import { formats } from '@wuhu/contracts'
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
  operatorGauges
} from '@wuhu/host'
import { addresseeCommands } from './commands/addressee.ts'
import type { Deps } from './commands/context.ts'
import { recordQuarantined } from './commands/quarantine.ts'
import { requestCommand } from './commands/request.ts'
import { requesterCommands } from './commands/requester.ts'
import { messages } from './messages.ts'
import { assistanceQueries } from './routes/assistances.ts'
import { readsOfAssistances } from './routes/reads.ts'
import { statementQueries } from './routes/statements.ts'

export interface AppDeps extends Deps {
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
export const commandsOf = (deps: Deps): CommandDefinition[] => [
  requestCommand(deps),
  ...addresseeCommands(deps),
  ...requesterCommands(deps)
]

/** The HTTP application. Reads no environment and opens no driver; it listens nowhere yet. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { version, verify, logger, metrics, operated, metricsToken, rateLimit, attestation } = deps
  const app = await createHost({
    service: { name: 'joint-investigation', zh: '协查互助', en: 'Mutual assistance in investigation', version },
    verify,
    logger,
    metrics,
    checks: operatorChecks(operated),
    formats,
    messages,
    metricsToken,
    tls: deps.tls,
    inspectors: [
      inspectSignature({ ...deps.signatures, now: () => new Date(deps.now()) }),
      inspectIntake({ attestation, quarantine: (refused) => recordQuarantined(deps, refused) })
    ],
    rateLimit,
    agencyRateLimit: deps.agencyRateLimit
  })
  mountCommands(app, commandsOf(deps))
  mountQueries(app, [...assistanceQueries(deps), ...statementQueries(deps), readsOfAssistances(deps)])
  mountOperator(app, operated)
  operatorGauges(metrics, operated)
  return app
}
